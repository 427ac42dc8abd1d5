import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { daysQuery, noticesQuery, statusQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer, isSettled } from '../../parts/answer.tsx';
import { NoticeList } from '../../parts/notice-list.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ViewHead } from '../../parts/view-head.tsx';
import { Attention } from './attention.tsx';
import { calendarEnd, calendarWeeks, newestKnown, outside } from './calendar.ts';
import { CalendarView } from './calendar-view.tsx';
import { DayCard } from './day-card.tsx';
import { silencesOn } from './day-state.ts';
import { Figures } from './figures.tsx';
import { todayMessages } from './today.messages.ts';
import styles from './today-view.module.css';

/** What came, from where, whether it is complete, and what needs a look. */
export function TodayView() {
  const messages = useMessages(todayMessages);
  const navigate = useNavigate();
  const { day } = useSearch({ from: '/' });
  const query = useQuery(daysQuery());
  const status = useQuery(statusQuery());
  // It is shown last, and asked for at once.
  useQuery(noticesQuery());
  return (
    <div className="view">
      <ViewHead title={messages.title}>
        <Figures status={status.data} />
      </ViewHead>
      <Answer query={query}>
        {({ items, totals, silences }) => {
          const latest = items.find(({ digests }) => digests > 0)?.date;
          if (latest === undefined) {
            return (
              <Notice title={messages.nothing} hint={messages.nothingHint}>
                <Link to="/sources">{messages.toSources}</Link>
              </Notice>
            );
          }
          const newest = newestKnown({ items, silences }) ?? latest;
          const selected = day ?? latest;
          const weeks = calendarWeeks({ items, totals, silences }, calendarEnd(newest, selected));
          const select = (date: string): void =>
            void navigate({ to: '/', search: date === latest ? {} : { day: date }, replace: true });
          return (
            <div className={styles.columns}>
              <DayCard
                date={selected}
                latest={latest}
                papers={totals.find(({ date }) => date === selected)?.papers ?? 0}
                items={items.filter(({ date }) => date === selected)}
                silences={silencesOn(silences, selected)}
              />
              <section className={styles.calendar}>
                <h2>{messages.calendar}</h2>
                <CalendarView
                  weeks={weeks}
                  beyond={outside(weeks, { items, silences })}
                  selected={selected}
                  onSelect={select}
                />
              </section>
            </div>
          );
        }}
      </Answer>
      {isSettled(query) && <Attention query={status} />}
      {isSettled(query) && isSettled(status) && <NoticeList title={messages.notices} />}
    </div>
  );
}
