import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Language } from '../preferences/preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { DAY_STEPS, dayForm } from './day-ticks.ts';
import { lonelyPoints } from './lonely-points.ts';
import styles from './time-chart.module.css';

interface TimeChartProps {
  /** Seconds since 1970, then one column for each name; null: there is nothing at that time, and no line over it. */
  readonly columns: readonly (readonly (number | null)[])[];
  readonly names: readonly string[];
  /** Whether the moments are calendar days, which are the same everywhere. */
  readonly isDays?: boolean;
}

const HEIGHT = 220;
const SERIES = 6;
/** So that the highest line is not the frame. */
const HEADROOM = 1.1;
/** A chart of less says nothing. */
const LEAST_SECONDS = 120;

/** Lines over time. The figures of the last moment stand in the legend as text, for those who do not see the lines. */
export function TimeChart({ columns, names, isDays = false }: TimeChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const { scheme, times, language } = usePreferences();
  const shape = names.join('\n');
  useEffect(() => {
    if (!element.current) return;
    const made = new uPlot(
      options(element.current, shape.split('\n'), timeAxis(language, isDays, times), isDays),
      [[], ...shape.split('\n').map(() => [])],
      element.current,
    );
    chart.current = made;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) made.setSize({ width: entry.contentRect.width, height: HEIGHT });
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      made.destroy();
    };
    // Colours are read when the chart is made, so another scheme makes another chart.
  }, [shape, isDays, scheme, times, language]);
  useEffect(() => {
    chart.current?.setData(columns as uPlot.AlignedData);
  }, [columns, shape, isDays, scheme, times, language]);
  return <div ref={element} className={styles.chart} aria-hidden="true" />;
}

/** Where ticks stand, and what is written at them. */
function timeAxis(language: Language, isDays: boolean, times: 'local' | 'utc'): Pick<uPlot.Axis, 'values' | 'incrs'> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const zone = isDays || times === 'utc' ? { timeZone: 'UTC' } : {};
  return {
    ...(isDays ? { incrs: [...DAY_STEPS] } : {}),
    values: (_, moments, __, ___, step) => {
      const form: Intl.DateTimeFormatOptions = isDays ? dayForm(step) : { timeStyle: 'medium' };
      const format = new Intl.DateTimeFormat(locale, { ...form, ...zone });
      return moments.map((at) => format.format(at * 1_000));
    },
  };
}

/** Days begin at midnight of UTC, wherever somebody reads of them. */
const utcDate = (at: number): Date => uPlot.tzDate(new Date(at * 1_000), 'Etc/UTC');

function options(
  element: HTMLElement,
  names: readonly string[],
  time: Pick<uPlot.Axis, 'values' | 'incrs'>,
  isDays: boolean,
): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string): string => resolveColour(element, style.getPropertyValue(name));
  const axis = {
    stroke: colour('--ink-faint'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
    font: `12px ${style.fontFamily}`,
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    ...(isDays ? { tzDate: utcDate } : {}),
    cursor: { points: { size: 6 } },
    legend: { live: false },
    axes: [
      { ...axis, ...time },
      { ...axis, size: 56 },
    ],
    scales: {
      x: { range: (_, first, last) => [Math.min(first, last - LEAST_SECONDS), last] },
      y: { range: (_, __, most) => [0, Math.max(most, 1) * HEADROOM] },
    },
    series: [
      {},
      ...names.map((label, index): uPlot.Series => {
        const stroke = colour(`--series-${(index % SERIES) + 1}`);
        return { label, stroke, width: 1.75, points: { show: false, filter: drawLonely, size: 4, fill: stroke } };
      }),
    ],
  };
}

/** A line needs two points: one between two gaps is drawn as a dot. */
function drawLonely(chart: uPlot, series: number): number[] | null {
  const lonely = lonelyPoints(chart.data[series] ?? []);
  return lonely.length === 0 ? null : lonely;
}

/** A canvas understands no `light-dark()`: the browser resolves it. */
function resolveColour(element: HTMLElement, value: string): string {
  const probe = document.createElement('span');
  probe.style.color = value;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
