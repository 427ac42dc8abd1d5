import type { ReactNode } from 'react';

/** A view of the page, as the navigation names it. */
export interface View {
  readonly name: 'today' | 'read' | 'search' | 'flow' | 'deadLetters' | 'trace' | 'quality' | 'sources';
  readonly to: '/' | '/read' | '/search' | '/flow' | '/dead-letters' | '/trace' | '/quality' | '/sources';
  /** After `g`. */
  readonly key: string;
  readonly group: 'reading' | 'operating';
  readonly icon: ReactNode;
}

const icon = (path: string): ReactNode => (
  <svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
  >
    <path d={path} strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

export const VIEWS: readonly View[] = [
  { name: 'today', to: '/', key: 't', group: 'reading', icon: icon('M3.5 5.5h13v11h-13zM3.5 8.5h13M7 3.5v3M13 3.5v3') },
  {
    name: 'read',
    to: '/read',
    key: 'r',
    group: 'reading',
    icon: icon('M3.5 4.5h6v11h-6zM10.5 4.5h6v11h-6zM5.5 7.5h2M12.5 7.5h2M5.5 10h2M12.5 10h2'),
  },
];
