import type { QualitySeries } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { ratioBins } from './quality-figures.ts';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';

/** Of a bar, and of the room between two, in the units of the drawing. */
const STEP = 20;
const BETWEEN = 2;
const HEIGHT = 100;
/** Bars from one label to the next. */
const LABELLED = 4;

/** How long Chinese abstracts are compared with their English. */
export function RatioHistogram({ ratios }: { readonly ratios: QualitySeries['ratios'] }) {
  const messages = useMessages(qualityMessages);
  const { number, percent } = useFormats();
  const bins = ratioBins(ratios);
  const most = Math.max(...bins.map(({ count }) => count));
  if (most === 0) return null;
  const labelled = bins.filter((_, index) => index % LABELLED === 0);
  return (
    <section>
      <h2>{messages.ratio}</h2>
      <div className={styles.histogram}>
        <p className={styles.counts} aria-hidden="true">
          <span>{number(most)}</span>
          <span>0</span>
        </p>
        <svg
          viewBox={`0 0 ${bins.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={messages.ratio}
        >
          {bins.map(({ from, to, count }, index) => {
            const height = (HEIGHT * count) / most;
            return (
              <rect
                key={from}
                x={index * STEP + BETWEEN / 2}
                y={HEIGHT - height}
                width={STEP - BETWEEN}
                height={height}
              >
                <title>{messages.ratioBar(percent(from), to === null ? '∞' : percent(to), number(count))}</title>
              </rect>
            );
          })}
        </svg>
        <p className={styles.ratios} aria-hidden="true">
          {labelled.map(({ from, to }) => (
            <span key={from}>
              {percent(from)}
              {to === null && '+'}
            </span>
          ))}
        </p>
      </div>
      <p className="soft small">{messages.ratioHint}</p>
    </section>
  );
}
