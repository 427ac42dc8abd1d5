import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Choice } from '../parts/choice.tsx';
import { changePreferences, usePreferences } from '../preferences/use-preferences.ts';
import styles from './settings-menu.module.css';
import { shellMessages } from './shell.messages.ts';

/** How this reader wants the page; the browser opens and closes the panel (the popover attribute). */
export function SettingsMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const messages = useMessages(shellMessages);
  const { language, scheme, times, live } = usePreferences();
  const id = useId();
  return (
    <div className={styles.menu}>
      <button type="button" className={styles.open} popoverTarget={id} aria-label={messages.settings}>
        <svg
          viewBox="0 0 20 20"
          width="20"
          height="20"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <path d="M3 6h8M15 6h2M3 14h2M9 14h8" strokeLinecap="round" />
          <circle cx="13" cy="6" r="2" />
          <circle cx="7" cy="14" r="2" />
        </svg>
        <span className={styles.name}>{messages.settings}</span>
      </button>
      <div id={id} popover="auto" className={styles.panel}>
        <Choice
          label={messages.language}
          value={language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'zh', label: '中文' },
          ]}
          onChange={(value) => changePreferences({ language: value })}
        />
        <Choice
          label={messages.scheme}
          value={scheme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: messages.schemes[value] }))}
          onChange={(value) => changePreferences({ scheme: value })}
        />
        <Choice
          label={messages.times}
          value={times}
          options={(['local', 'utc'] as const).map((value) => ({ value, label: messages.timesOf[value] }))}
          onChange={(value) => changePreferences({ times: value })}
        />
        <Choice
          label={messages.renewal}
          value={live ? 'live' : 'paused'}
          options={(['live', 'paused'] as const).map((value) => ({ value, label: messages.renewals[value] }))}
          onChange={(value) => changePreferences({ live: value === 'live' })}
        />
        <button
          type="button"
          className={styles.shortcuts}
          popoverTarget={id}
          popoverTargetAction="hide"
          onClick={onShortcuts}
        >
          {messages.shortcuts} <kbd>?</kbd>
        </button>
      </div>
    </div>
  );
}
