import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ApiError } from '../../../api/client.ts';
import { paperQuery } from '../../../api/queries.ts';
import { forAnotherPaper } from '../../search-params.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Notice } from '../../parts/notice.tsx';
import { markPaperRead } from '../../preferences/use-marks.ts';
import { OpenPaper } from './open-paper.tsx';
import { readerMessages } from './reader.messages.ts';
import { usePaperShortcuts } from './use-paper-shortcuts.ts';

/** One paper in both languages. */
export function PaperPane() {
  const messages = useMessages(readerMessages);
  const { _splat: arxivId = '' } = useParams({ strict: false });
  const search = useSearch({ from: '/read' });
  const { q, show } = search;
  const navigate = useNavigate();
  const query = useQuery(paperQuery(arxivId, q));
  const isKnown = query.data !== undefined;
  useEffect(() => {
    if (isKnown) markPaperRead(arxivId);
  }, [arxivId, isKnown]);
  const change = (next: string | undefined): void => {
    void navigate({ to: '.', search: { ...forAnotherPaper(search), show: next } });
  };
  usePaperShortcuts(query.data, show, change);
  if (query.error instanceof ApiError && query.error.status === 404) {
    return <Notice title={messages.missing} hint={messages.missingHint} />;
  }
  return (
    <Answer query={query} lines={12}>
      {(paper) => <OpenPaper key={paper.arxivId} paper={paper} show={show} onShow={change} />}
    </Answer>
  );
}
