import { useMessages } from '../messages/use-messages.ts';
import type { DirectionControl } from './direction-controls.ts';
import { directionMessages } from './direction.messages.ts';
import styles from './direction-sign.module.css';

interface DirectionSignProps {
  readonly name: DirectionControl;
  /** The character itself, which stays in what is copied. */
  readonly children: string;
}

/** A character without a shape, made visible; it turns nothing but itself. */
export function DirectionSign({ name, children }: DirectionSignProps) {
  const meaning = useMessages(directionMessages)[name];
  return (
    <span className={styles.sign} role="img" aria-label={meaning} title={meaning} data-control={name}>
      {children}
    </span>
  );
}
