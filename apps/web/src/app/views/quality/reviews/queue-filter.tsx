import { commonMessages } from '../../../messages/common.messages.ts';
import { ISSUE_CODES, issueName } from '../../../messages/issues.messages.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { usePreferences } from '../../../preferences/use-preferences.ts';
import styles from '../quality-view.module.css';
import { reviewsMessages } from './reviews.messages.ts';

/** What of the address narrows and orders the queue. */
export interface ReviewParams {
  readonly state?: string;
  readonly field?: string;
  readonly code?: string;
  readonly source?: string;
  readonly order?: string;
}

interface QueueFilterProps {
  readonly params: ReviewParams;
  readonly sources: readonly string[];
  readonly onChange: (params: ReviewParams) => void;
}

export function QueueFilter({ params, sources, onChange }: QueueFilterProps) {
  const messages = useMessages(reviewsMessages);
  const common = useMessages(commonMessages);
  const { language } = usePreferences();
  const kinds = [
    {
      name: 'field',
      label: messages.field,
      values: (['title', 'abstract'] as const).map((each) => [each, common[each]]),
    },
    { name: 'code', label: messages.finding, values: ISSUE_CODES.map((code) => [code, issueName(code, language)]) },
    { name: 'source', label: messages.source, values: sources.map((source) => [source, source]) },
  ] as const;
  return (
    <div className={styles.filter}>
      {kinds.map(({ name, label, values }) => (
        <label key={name}>
          {label}
          <select
            className="field"
            value={params[name] ?? ''}
            onChange={({ target }) => onChange({ ...params, [name]: target.value })}
          >
            <option value="">{messages.every}</option>
            {values.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {messages.order}
        <select
          className="field"
          value={params.order ?? 'severity'}
          onChange={({ target }) => onChange({ ...params, order: target.value === 'severity' ? '' : target.value })}
        >
          {(['severity', 'newest'] as const).map((order) => (
            <option key={order} value={order}>
              {messages.orders[order]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
