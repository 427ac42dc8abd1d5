import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Text } from '../../parts/text.tsx';
import { useExplanation } from '../../parts/use-explanation.ts';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './attention.module.css';
import { todayMessages } from './today.messages.ts';

/** Where something is wrong, what it is, and what can be done about it. */
export interface TroublePlace {
  readonly place: string;
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly detail: string;
  /** Where the detail is in English, whatever language the page has. */
  readonly lang?: 'en';
}

interface TroubleProps {
  readonly name: string;
  readonly title: string;
  readonly count: number;
  /** The first of them. */
  readonly places: readonly TroublePlace[];
}

export function Trouble({ name, title, count, places }: TroubleProps) {
  const messages = useMessages(todayMessages);
  const { remedy } = useMessages(commonMessages);
  const { number } = useFormats();
  const explain = useExplanation();
  if (count === 0) return null;
  return (
    <li>
      <details className={styles.trouble} id={name}>
        <summary>{title}</summary>
        <ul>
          {places.map(({ place, code, detail, lang, ...english }, index) => {
            const { meaning, remedy: what } = explain(code, english);
            return (
              <li key={index}>
                <p>
                  <span className={styles.place}>{place}</span> <code>{code}</code>
                </p>
                <p>{meaning}</p>
                {detail !== '' && (
                  <p className={styles.detail} lang={lang} dir="auto">
                    <Text>{detail}</Text>
                  </p>
                )}
                <p className={styles.detail}>
                  {remedy}: {what}
                </p>
              </li>
            );
          })}
          {count > places.length && <li>{messages.andMore(number(count - places.length))}</li>}
        </ul>
      </details>
    </li>
  );
}
