import { Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Loading } from '../parts/loading.tsx';
import { Announcements } from './announcements.tsx';
import { Banner } from './banner.tsx';
import { Navigation } from './navigation.tsx';
import { PipelineState } from './pipeline-state.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import styles from './shell.module.css';
import { shellMessages } from './shell.messages.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useChanges } from './use-changes.ts';
import { useGlobalShortcuts } from './use-global-shortcuts.ts';
import { useRenewal } from './use-renewal.ts';
import { useKeyboard } from './use-shortcuts.ts';

/** What stands around every view. */
export function Shell() {
  const messages = useMessages(shellMessages);
  const [helps, setHelps] = useState(false);
  useKeyboard();
  useGlobalShortcuts(() => setHelps(true));
  useRenewal();
  useChanges();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {messages.skip}
      </a>
      <header className={styles.side}>
        <a className={styles.brand} href="/">
          <span className={styles.mark} aria-hidden="true" />
          <span className={styles.brandName}>Diglot</span>
        </a>
        <Navigation />
        <div className={styles.foot}>
          <PipelineState />
          <SettingsMenu onShortcuts={() => setHelps(true)} />
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Banner />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Announcements />
      <ShortcutsDialog isOpen={helps} onClose={() => setHelps(false)} />
    </div>
  );
}
