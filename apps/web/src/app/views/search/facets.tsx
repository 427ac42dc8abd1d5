import type { FacetValue, PaperFacets } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { issueName } from '../../messages/issues.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { useWide } from '../../parts/use-wide.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { withValue, type PaperFilter } from '../../search-params.ts';
import { Facet } from './facet.tsx';
import styles from './facets.module.css';
import { searchMessages } from './search.messages.ts';

interface FacetsProps {
  readonly filter: PaperFilter;
  readonly facets: PaperFacets | undefined;
  /** @param isTyped whether it goes on changing, key by key */
  readonly onChange: (filter: PaperFilter, isTyped: boolean) => void;
}

/** What is known of the papers that match, and how many there are of each. */
export function Facets({ filter, facets, onChange }: FacetsProps) {
  const messages = useMessages(searchMessages);
  const common = useMessages(commonMessages);
  const { language } = usePreferences();
  const isWide = useWide();
  const named = (names: Readonly<Record<string, string>>) => (value: string) => names[value] ?? value;
  const plain = (value: string): string => value;
  const kinds: readonly (readonly [keyof typeof messages.facet, readonly FacetValue[], (value: string) => string])[] = [
    ['verdict', facets?.verdicts ?? [], named(common.verdicts)],
    ['status', facets?.statuses ?? [], named(messages.statuses)],
    ['source', facets?.sources ?? [], plain],
    ['category', facets?.categories ?? [], plain],
    ['topic', facets?.topics ?? [], plain],
    ['issue', facets?.issues ?? [], (code) => issueName(code, language)],
  ];
  const { q, ...narrowing } = filter;
  return (
    <details className={styles.all} open={isWide}>
      <summary>{messages.facets}</summary>
      <aside className={styles.facets} aria-label={messages.facets}>
        <div className={styles.fields}>
          {(['from', 'to'] as const).map((name) => (
            <label key={name}>
              <span>{messages[name]}</span>
              <input
                type="date"
                className="field"
                value={filter[name] ?? ''}
                onChange={({ target }) => onChange(withValue(filter, name, target.value), true)}
              />
            </label>
          ))}
        </div>
        {kinds.map(([name, values, label]) => (
          <Facet
            key={name}
            title={messages.facet[name]}
            values={values}
            selected={filter[name]}
            label={label}
            onSelect={(value) => onChange(withValue(filter, name, value ?? ''), false)}
          />
        ))}
        {Object.keys(narrowing).length > 0 && (
          <Button onClick={() => onChange(q === undefined ? {} : { q }, false)}>{messages.reset}</Button>
        )}
      </aside>
    </details>
  );
}
