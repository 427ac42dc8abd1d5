import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { diffQuery } from '../../../api/queries.ts';
import type { Provenance, SeenTranslation } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Text } from '../../parts/text.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { VerdictMark } from '../../parts/verdict-mark.tsx';
import styles from './history.module.css';
import { readerMessages } from './reader.messages.ts';

interface SeenTranslationsProps {
  readonly arxivId: string;
  readonly translations: readonly SeenTranslation[];
}

export function SeenTranslations({ arxivId, translations }: SeenTranslationsProps) {
  const { noTranslations } = useMessages(readerMessages);
  if (translations.length === 0) return <p className="soft">{noTranslations}</p>;
  return (
    <ul>
      {translations.map((translation) => (
        <Translation
          key={translation.genre + translation.hash}
          arxivId={arxivId}
          translation={translation}
          shown={translations.find(({ genre, isShown }) => isShown && genre === translation.genre)}
        />
      ))}
    </ul>
  );
}

interface TranslationProps {
  readonly arxivId: string;
  readonly translation: SeenTranslation;
  readonly shown: SeenTranslation | undefined;
}

function Translation({ arxivId, translation, shown }: TranslationProps) {
  const messages = useMessages(readerMessages);
  const common = useMessages(commonMessages);
  const { decimal } = useFormats();
  const { genre, verdict, score, engine, isShown, fits, provenances, zh, hash, review } = translation;
  const navigate = useNavigate();
  const { with: compared } = useSearch({ from: '/read' });
  // A title and an abstract may be the same text.
  const name = `${genre}:${hash}`;
  const compares = compared === name;
  const compare = (): void =>
    void navigate({ to: '.', search: (search) => ({ ...search, with: compares ? undefined : name }) });
  return (
    <li className={styles.translation}>
      <p className={styles.given}>
        <VerdictMark label={common[genre]} verdict={verdict ?? 'unverified'} />
        {score !== null && <span>{messages.score(decimal(score))}</span>}
        {isShown && <strong>{messages.shown}</strong>}
        {!fits && <span>{messages.stale}</span>}
        {review && (
          <span>
            {messages.reviewed[review.decision](common[genre])} <Text>{review.reviewer}</Text>
          </span>
        )}
        {provenances.map((provenance, index) => (
          <span key={index}>{describe(provenance, messages.by[provenance.origin])}</span>
        ))}
        {engine !== null && <span>{messages.engine(engine)}</span>}
      </p>
      <div className={styles.text} lang="zh-Hans" dir="auto">
        {compares && shown ? <Difference arxivId={arxivId} a={shown.hash} b={hash} /> : <Text>{zh}</Text>}
      </div>
      {!isShown && shown && (
        <p>
          <Button aria-pressed={compares} onClick={compare}>
            {messages.compare}
          </Button>
        </p>
      )}
    </li>
  );
}

function Difference({ arxivId, a, b }: { readonly arxivId: string; readonly a: string; readonly b: string }) {
  return (
    <Answer query={useQuery(diffQuery(arxivId, a, b))} lines={2}>
      {({ parts }) =>
        parts.map(({ kind, text }, index) => {
          if (kind === 'added')
            return (
              <ins key={index}>
                <Text>{text}</Text>
              </ins>
            );
          if (kind === 'removed')
            return (
              <del key={index}>
                <Text>{text}</Text>
              </del>
            );
          return <Text key={index}>{text}</Text>;
        })
      }
    </Answer>
  );
}

function describe({ author, source, path }: Provenance, origin: string): string {
  return [origin, author ?? (source === null ? null : `${source}/${path ?? ''}`)].filter(Boolean).join(': ');
}
