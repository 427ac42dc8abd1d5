import type { QualitySeries } from '../../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { ratioBins } from './quality-figures.ts';
import { qualityMessages } from './quality.messages.ts';
import styles from './quality-view.module.css';

const WIDTH = 420;
const HEIGHT = 120;

/** How long Chinese abstracts are compared with their English. */
export function RatioHistogram({ ratios }: { readonly ratios: QualitySeries['ratios'] }) {
  const messages = useMessages(qualityMessages);
  const { number, percent } = useFormats();
  const bins = ratioBins(ratios);
  const most = Math.max(...bins.map(({ count }) => count));
  if (most === 0) return null;
  const step = WIDTH / bins.length;
  return (
    <section>
      <h2>{messages.ratio}</h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 20}`} className={styles.histogram} role="img" aria-label={messages.ratio}>
        {bins.map(({ from, to, count }, index) => {
          const height = (HEIGHT * count) / most;
          return (
            <g key={from}>
              <rect x={index * step + 1} y={HEIGHT - height} width={step - 2} height={height} rx="2">
                <title>{messages.ratioBar(percent(from), to === null ? '∞' : percent(to), number(count))}</title>
              </rect>
              {index % 4 === 0 && (
                <text x={index * step + 1} y={HEIGHT + 15}>
                  {percent(from)}
                  {to === null && '+'}
                </text>
              )}
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <p className="soft small">{messages.ratioHint}</p>
    </section>
  );
}
