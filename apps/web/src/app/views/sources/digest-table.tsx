import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { digestsQuery } from '../../../api/queries.ts';
import type { DigestItem } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { DigestFindings } from './digest-findings.tsx';
import { ReadAgain } from './read-again.tsx';
import { sourcesMessages } from './sources.messages.ts';
import styles from './sources-view.module.css';

interface DigestTableProps {
  readonly source: string | undefined;
  readonly state: string | undefined;
  /** Of the digest whose findings are shown. */
  readonly open: string | undefined;
  readonly onState: (state: string) => void;
  /** @param sha256 empty: none is */
  readonly onOpen: (sha256: string) => void;
}

const STATES = ['waiting', 'parsed', 'retrying', 'failed'] as const;
/** What was found in a digest stands under its whole row. */
const COLUMNS = 8;

/** Each digest where it lies. */
export function DigestTable({ source, state, open, onState, onOpen }: DigestTableProps) {
  const messages = useMessages(sourcesMessages);
  const { more } = useMessages(commonMessages);
  const query = useInfiniteQuery(digestsQuery({ source, state }));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.files}>
      <header>
        <h2>
          {messages.files}: {source ?? messages.every}
        </h2>
        <ReadAgain source={source} />
        <select
          className="field"
          aria-label={messages.state}
          value={state ?? ''}
          onChange={({ target }) => onState(target.value)}
        >
          <option value="">{messages.allStates}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {messages.states[each]}
            </option>
          ))}
        </select>
      </header>
      <Answer query={query}>
        {() =>
          items.length === 0 ? (
            <p className="soft">{messages.noFiles}</p>
          ) : (
            <div className="scroll" tabIndex={0} role="group" aria-label={messages.files}>
              <table className="table">
                <thead>
                  <tr>
                    <th>{messages.date}</th>
                    <th>{messages.path}</th>
                    <th>{messages.state}</th>
                    <th className="number">{messages.entries}</th>
                    <th className="number">{messages.found}</th>
                    <th className="number">{messages.size}</th>
                    <th>{messages.changedAt}</th>
                    <th>
                      <span className="unseen">{messages.trace}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <DigestRow
                      key={`${item.source}/${item.path}`}
                      item={item}
                      isOpen={item.sha256 === open}
                      onOpen={(isOpen) => onOpen(isOpen ? item.sha256 : '')}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{more}</Button>}
    </section>
  );
}

interface DigestRowProps {
  readonly item: DigestItem;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function DigestRow({ item, isOpen, onOpen }: DigestRowProps) {
  const messages = useMessages(sourcesMessages);
  const { noDate } = useMessages(commonMessages);
  const { number, day, bytes } = useFormats();
  const hasFindings = item.diagnostics > 0;
  return (
    <>
      <tr data-digest={item.path}>
        <td className={styles.short}>{item.date === null ? noDate : day(item.date)}</td>
        <td className={styles.path}>
          {item.source}/{item.path}
        </td>
        <td className={styles.state} data-state={item.state}>
          {messages.states[item.state]}
        </td>
        <td className="number">{number(item.entries)}</td>
        <td className="number">
          {hasFindings ? (
            <button
              type="button"
              className={styles.found}
              aria-expanded={isOpen}
              aria-label={messages.showFound(number(item.diagnostics), item.path)}
              onClick={() => onOpen(!isOpen)}
            >
              {number(item.diagnostics)} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
            </button>
          ) : (
            number(0)
          )}
        </td>
        <td className={`number ${styles.short}`}>{bytes(item.size)}</td>
        <td className={styles.short}>
          <When at={item.changedAt} isAge />
        </td>
        <td className={styles.short}>
          <Link to="/trace" search={{ of: item.sha256 }}>
            {messages.trace}
          </Link>{' '}
          <a href={`/api/digests/${item.sha256}/bytes`}>{messages.bytes}</a>
        </td>
      </tr>
      {isOpen && hasFindings && (
        <tr>
          <td colSpan={COLUMNS}>
            <DigestFindings sha256={item.sha256} />
          </td>
        </tr>
      )}
    </>
  );
}
