import { useMessages } from '../../messages/use-messages.ts';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';

/** What of the texts is looked at. */
export interface QualityParams {
  readonly source?: string;
  readonly origin?: string;
  readonly from?: string;
  readonly to?: string;
}

interface QualityFilterProps {
  readonly params: QualityParams;
  readonly sources: readonly string[];
  readonly origins: readonly string[];
  readonly onChange: (params: QualityParams) => void;
}

export function QualityFilter({ params, sources, origins, onChange }: QualityFilterProps) {
  const messages = useMessages(qualityMessages);
  const kinds = [
    ['source', sources],
    ['origin', origins],
  ] as const;
  return (
    <div className={styles.filter}>
      {kinds.map(([name, values]) => (
        <label key={name}>
          {messages[name]}
          <select
            className="field"
            value={params[name] ?? ''}
            onChange={({ target }) => onChange({ ...params, [name]: target.value })}
          >
            <option value="">{messages.every}</option>
            {values.map((value) => (
              <option key={value} value={value}>
                {value === 'digest' ? messages.digest : value}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {messages[name]}
          <input
            type="date"
            className="field"
            value={params[name] ?? ''}
            onChange={({ target }) => onChange({ ...params, [name]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}
