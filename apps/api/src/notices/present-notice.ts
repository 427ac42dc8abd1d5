import { NOTICE_TABLE } from '@diglot/domain';
import type { Notice } from '../contract/notices.schema.ts';
import type { NoticeRow } from './notice.repository.ts';

export function presentNotice({ place: _place, eventId: _eventId, noticedAt, ...row }: NoticeRow): Notice {
  return { ...row, ...NOTICE_TABLE[row.kind], details: [...row.details], noticedAt: noticedAt.toISOString() };
}
