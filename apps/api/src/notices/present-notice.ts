import { NOTICE_TABLE } from '@diglot/domain';
import type { Notice } from '../contract/notices.schema.ts';
import type { NoticeRow } from './notice.repository.ts';

export function presentNotice({ place: _place, eventId: _eventId, noticedAt, ...row }: NoticeRow): Notice {
  const { meaning, remedy } = NOTICE_TABLE[row.kind];
  return { ...row, meaning, remedy, details: [...row.details], noticedAt: noticedAt.toISOString() };
}
