import { useQuery } from '@tanstack/react-query';
import type { Paper } from '../../../api/types.ts';
import { historyQuery } from '../../../api/queries.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { issueName } from '../../messages/issues.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { When } from '../../parts/when.tsx';
import { VerdictMark } from '../../parts/verdict-mark.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import styles from './history.module.css';
import { readerMessages } from './reader.messages.ts';
import { SeenTranslations } from './seen-translations.tsx';

const GENRES = ['title', 'abstract'] as const;

/** Every translation that was seen, every version, and how the state changed. */
export function History({ paper: { arxivId } }: { readonly paper: Paper }) {
  const messages = useMessages(readerMessages);
  const common = useMessages(commonMessages);
  const { language } = usePreferences();
  const { day, number } = useFormats();
  const query = useQuery(historyQuery(arxivId));
  return (
    <Answer query={query}>
      {({ versions, translations, revisions }) => (
        <div className={styles.history}>
          <section>
            <h3>{messages.translations}</h3>
            <SeenTranslations arxivId={arxivId} translations={translations} />
          </section>
          <section>
            <h3>{messages.versions}</h3>
            <ul>
              {versions.map(({ version, entries, firstDate, newestDate }) => (
                <li key={version} className={styles.line}>
                  <strong>{version === null ? messages.anyVersion : messages.version(version)}</strong>
                  <span>{messages.entries(number(entries))}</span>
                  {firstDate !== null && newestDate !== null && (
                    <span>
                      {day(firstDate)}
                      {newestDate !== firstDate && ` – ${day(newestDate)}`}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{messages.revisions}</h3>
            <ol>
              {revisions.map(({ revision, at, gone, verdict, review, issues }) => (
                <li key={revision} className={styles.line}>
                  <strong>{messages.revision(revision)}</strong>
                  <When at={at} />
                  {gone && <span>{messages.gone}</span>}
                  {!gone && <VerdictMark label={common.title} verdict={verdict.title ?? 'unverified'} />}
                  {!gone && <VerdictMark label={common.abstract} verdict={verdict.abstract ?? 'unverified'} />}
                  {GENRES.map((genre) => {
                    const said = review[genre];
                    return said && <span key={genre}>{messages.decided[said](common[genre])}</span>;
                  })}
                  <span className={styles.soft}>
                    {issues.map(({ code, count }) => `${issueName(code, language)} ×${number(count)}`).join(' · ')}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </Answer>
  );
}
