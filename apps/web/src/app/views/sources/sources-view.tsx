import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { noticesQuery, sourcesQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer, isSettled } from '../../parts/answer.tsx';
import { NoticeList } from '../../parts/notice-list.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ViewHead } from '../../parts/view-head.tsx';
import { SOURCES_PARAMS, pickParams } from '../../search-params.ts';
import { DigestTable } from './digest-table.tsx';
import { SourceCard } from './source-card.tsx';
import { sourcesMessages } from './sources.messages.ts';
import styles from './sources-view.module.css';

/** Where digests come from, and each digest that came. */
export function SourcesView() {
  const messages = useMessages(sourcesMessages);
  const navigate = useNavigate();
  const params = useSearch({ from: '/sources' });
  const notices = useQuery(noticesQuery());
  const change = (next: Readonly<Record<string, string>>): void =>
    void navigate({ to: '/sources', search: pickParams(SOURCES_PARAMS, { ...params, ...next }), replace: true });
  return (
    <div className="view">
      <ViewHead title={messages.title} lead={messages.lead} />
      <Answer query={useQuery(sourcesQuery())}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice title={messages.none} hint={messages.noneHint} />
          ) : (
            <>
              <ul className={styles.sources}>
                {items.map((source) => (
                  <SourceCard
                    key={source.name}
                    source={source}
                    isSelected={source.name === params.source}
                    onSelect={(isSelected) => change({ source: isSelected ? source.name : '' })}
                  />
                ))}
              </ul>
              <NoticeList title={messages.notices} source={params.source} />
              {isSettled(notices) && (
                <DigestTable
                  source={params.source}
                  state={params.state}
                  open={params.open}
                  onState={(state) => change({ state })}
                  onOpen={(open) => change({ open })}
                />
              )}
            </>
          )
        }
      </Answer>
    </div>
  );
}
