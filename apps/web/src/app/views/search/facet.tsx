import { useState } from 'react';
import type { FacetValue } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import styles from './facets.module.css';

interface FacetProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly selected: string | undefined;
  readonly label: (value: string) => string;
  readonly onSelect: (value: string | null) => void;
}

/** So many are in sight before somebody asks for more. */
const SHOWN = 6;

export function Facet({ title, values, selected, label, onSelect }: FacetProps) {
  const { more } = useMessages(commonMessages);
  const { number } = useFormats();
  const [showsAll, setShowsAll] = useState(false);
  if (values.length === 0 && selected === undefined) return null;
  // What is chosen stays in sight, so that it can be taken away.
  const all =
    selected === undefined || values.some(({ value }) => value === selected)
      ? values
      : [{ value: selected, count: 0 }, ...values];
  const shown = showsAll ? all : all.filter(({ value }, index) => index < SHOWN || value === selected);
  return (
    <details className={styles.facet} open>
      <summary>{title}</summary>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              className={styles.value}
              aria-pressed={value === selected}
              onClick={() => onSelect(value === selected ? null : value)}
            >
              <span>{label(value)}</span>
              <span className={styles.count}>{number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < all.length && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>
          {more}
        </button>
      )}
    </details>
  );
}
