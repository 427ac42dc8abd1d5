import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import styles from './navigation.module.css';
import { shellMessages } from './shell.messages.ts';
import { VIEWS } from './views.tsx';

/** The way to every view: a column on a wide screen, a bar at the foot of a phone. */
export function Navigation() {
  const messages = useMessages(shellMessages);
  const element = useRef<HTMLElement>(null);
  const place = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => showActive(element.current), [place]);
  return (
    <nav ref={element} className={styles.navigation} aria-label={messages.views}>
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

/** On a phone the bar is wider than the screen; the page itself does not move. */
function showActive(bar: HTMLElement | null): void {
  const link = bar?.querySelector<HTMLElement>('[aria-current="page"]');
  if (!bar || !link || bar.scrollWidth <= bar.clientWidth) return;
  const [outer, inner] = [bar.getBoundingClientRect(), link.getBoundingClientRect()];
  bar.scrollLeft += (inner.left + inner.right) / 2 - (outer.left + outer.right) / 2;
}
