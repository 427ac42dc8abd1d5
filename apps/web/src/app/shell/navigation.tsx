import { Link } from '@tanstack/react-router';
import { useMessages } from '../messages/use-messages.ts';
import styles from './navigation.module.css';
import { shellMessages } from './shell.messages.ts';
import { VIEWS } from './views.tsx';

/** The way to every view: a column on a wide screen, a bar at the foot of a phone. */
export function Navigation() {
  const messages = useMessages(shellMessages);
  return (
    <nav className={styles.navigation} aria-label={messages.views}>
      {(['reading', 'operating'] as const).map((group) => (
        <div key={group} className={styles.group}>
          <p className={styles.heading} aria-hidden="true">
            {messages[group]}
          </p>
          <ul>
            {VIEWS.filter((view) => view.group === group).map(({ name, to, icon }) => (
              <li key={name}>
                <Link to={to} className={styles.link} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  {icon}
                  <span className={styles.name}>{messages[name]}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
