import type { UseQueryResult } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { Status } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './attention.module.css';
import { todayMessages } from './today.messages.ts';
import { Trouble, type TroublePlace } from './trouble.tsx';

/** Lines that wait for what is to be looked at. */
const LINES = 3;

/** What somebody should look at: each with its number, and the way to it or its places. */
export function Attention({ query }: { readonly query: UseQueryResult<Status> }) {
  const messages = useMessages(todayMessages);
  return (
    <section className="section">
      <h2>{messages.attention}</h2>
      <Answer query={query} size="block" lines={LINES}>
        {(status) => <Items status={status} />}
      </Answer>
    </section>
  );
}

function Items({ status }: { readonly status: Status }) {
  const messages = useMessages(todayMessages);
  const { atLine } = useMessages(commonMessages);
  const { number } = useFormats();
  const { problems, brokenBlocks, topicDifferences, dead, retrying, verdicts } = status;
  const links: readonly (readonly [count: number, text: (count: string) => string, link: LinkProps])[] = [
    [dead, messages.deadLetters, { to: '/dead-letters' }],
    [retrying, messages.retrying, { to: '/dead-letters', search: { show: 'retries' } }],
    [verdicts.retranslate, messages.retranslate, { to: '/read', search: { verdict: 'retranslate' } }],
    [verdicts.flag, messages.flagged, { to: '/read', search: { verdict: 'flag' } }],
  ];
  const shown = links.filter(([count]) => count > 0);
  const troubles = problems.count + brokenBlocks.count + topicDifferences.length;
  const isFine = shown.length === 0 && troubles === 0;
  return (
    <>
      {isFine && <p className="soft">{messages.fine}</p>}
      <ul className={styles.list}>
        <Trouble
          name="problems"
          title={messages.problems(number(problems.count))}
          count={problems.count}
          places={problemPlaces(status)}
        />
        <Trouble
          name="broken-blocks"
          title={messages.brokenBlocks(number(brokenBlocks.count))}
          count={brokenBlocks.count}
          places={blockPlaces(status, atLine)}
        />
        <Trouble
          name="topics"
          title={messages.topicDifferences(number(topicDifferences.length))}
          count={topicDifferences.length}
          places={topicPlaces(status, messages.topicDifference)}
        />
        {shown.map(([count, text, link]) => (
          <li key={text('')}>
            <Link {...link} className={styles.link}>
              {text(number(count))} <span aria-hidden="true">›</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function problemPlaces({ problems }: Status): TroublePlace[] {
  return problems.latest.map(({ source, path, code, meaning, remedy, detail }) => ({
    place: path === '' ? source : `${source}/${path}`,
    code,
    meaning,
    remedy,
    detail,
    lang: 'en',
  }));
}

function topicPlaces(
  { topicDifferences }: Status,
  difference: typeof todayMessages.en.topicDifference,
): TroublePlace[] {
  return topicDifferences.map(({ topic, setting, actual, wanted, ...explained }) => ({
    place: topic,
    detail: difference(setting, actual, wanted),
    ...explained,
  }));
}

function blockPlaces({ brokenBlocks }: Status, atLine: (line: number) => string): TroublePlace[] {
  return brokenBlocks.first.map(({ source, path, line, column, code, meaning, remedy, message }) => ({
    place: `${source}/${path}, ${atLine(line)}:${column}`,
    code,
    meaning,
    remedy,
    detail: message,
    lang: 'en',
  }));
}
