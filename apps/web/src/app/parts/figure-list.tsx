import type { ReactNode } from 'react';
import styles from './figure-list.module.css';

export interface Figure {
  readonly name: string;
  readonly value: ReactNode;
}

interface FigureListProps {
  readonly figures: readonly Figure[];
  readonly size?: 'text' | 'large' | 'huge';
  readonly label?: string;
}

/** Figures in a line, each above its name. */
export function FigureList({ figures, size = 'text', label }: FigureListProps) {
  return (
    <dl className={styles.figures} data-size={size} aria-label={label}>
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
