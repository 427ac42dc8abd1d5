import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../parts/button.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { neighbour, type CalendarDay, type CalendarWeek } from './calendar.ts';
import styles from './calendar-view.module.css';
import { todayMessages } from './today.messages.ts';

interface CalendarViewProps {
  readonly weeks: readonly CalendarWeek[];
  /** The nearest known days before and after the weeks. */
  readonly beyond: { readonly earlier: string | null; readonly later: string | null };
  readonly selected: string;
  readonly onSelect: (date: string) => void;
}

/** A year of days: how much came, and what is late. One day can be reached by tabbing, the others from it by arrow keys. */
export function CalendarView({ weeks, beyond, selected, onSelect }: CalendarViewProps) {
  const messages = useMessages(todayMessages);
  const { month } = useFormats();
  const grid = useRef<HTMLDivElement>(null);
  const known = weeks.flat().filter(({ state }) => state !== null);
  const entry = known.find(({ date }) => date === selected) ?? known.at(-1);
  const press = (event: KeyboardEvent): void => {
    const next = neighbour(weeks.flat(), selected, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <figure className={styles.figure}>
      <div className={styles.scroll}>
        <div className={styles.months} aria-hidden="true">
          {weeks.map((week, index) => (
            <span key={index}>{startsMonth(week, index) && month(week[0]?.date ?? '')}</span>
          ))}
        </div>
        <div ref={grid} className={styles.grid} role="group" aria-label={messages.calendar} onKeyDown={press}>
          {weeks.map((week, index) => (
            <div key={index} className={styles.week}>
              {week.map((day) => (
                <Cell
                  key={day.date}
                  day={day}
                  isSelected={day.date === selected}
                  isEntry={day.date === entry?.date}
                  onSelect={onSelect}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <figcaption className={styles.legend}>
        <Turn to={beyond.earlier} onSelect={onSelect}>
          ← {messages.earlier}
        </Turn>
        <Turn to={beyond.later} onSelect={onSelect}>
          {messages.later} →
        </Turn>
        <span>{messages.less}</span>
        {[1, 2, 3, 4].map((heat) => (
          <span key={heat} className={styles.cell} data-heat={heat} />
        ))}
        <span>{messages.more}</span>
        <span className={styles.cell} data-heat={2} data-state="partial" />
        <span>{messages.states.partial}</span>
        <span className={styles.cell} data-state="missing" />
        <span>{messages.states.missing}</span>
        <span className={styles.cell} data-state="silent" />
        <span>{messages.states.silent}</span>
      </figcaption>
    </figure>
  );
}

interface TurnProps {
  readonly to: string | null;
  readonly onSelect: (date: string) => void;
  readonly children: ReactNode;
}

/** To the year before or after, where there is one. */
function Turn({ to, onSelect, children }: TurnProps) {
  return (
    to !== null && (
      <Button look="quiet" onClick={() => onSelect(to)}>
        {children}
      </Button>
    )
  );
}

/** In the first week that begins in a month; not in the very first one, whose label would be cut. */
function startsMonth(week: CalendarWeek, index: number): boolean {
  return index > 0 && Number(week[0]?.date.slice(8)) <= 7;
}

interface CellProps {
  readonly day: CalendarDay;
  readonly isSelected: boolean;
  /** Whether it is the one that tabbing reaches. */
  readonly isEntry: boolean;
  readonly onSelect: (date: string) => void;
}

function Cell({ day: { date, state, papers, heat }, isSelected, isEntry, onSelect }: CellProps) {
  const messages = useMessages(todayMessages);
  const { day, number } = useFormats();
  if (state === null) return <span className={styles.cell} data-heat={0} />;
  const text = messages.cell(day(date), number(papers), messages.states[state]);
  return (
    <button
      type="button"
      className={styles.cell}
      data-date={date}
      data-heat={heat}
      data-state={state}
      aria-pressed={isSelected}
      tabIndex={isEntry ? 0 : -1}
      aria-label={text}
      title={text}
      onClick={() => onSelect(date)}
    />
  );
}
