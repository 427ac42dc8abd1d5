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
  {
    name: 'search',
    to: '/search',
    key: 's',
    group: 'reading',
    icon: icon('M9 3.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 9 3.8zM13 13l3.7 3.7'),
  },
  {
    name: 'flow',
    to: '/flow',
    key: 'f',
    group: 'operating',
    icon: icon('M2.5 10h3M8.5 10h3M14.5 10h3M5.5 8h3v4h-3zM11.5 8h3v4h-3z'),
  },
  {
    name: 'deadLetters',
    to: '/dead-letters',
    key: 'd',
    group: 'operating',
    icon: icon('M3 5h14v10.5H3zM3 5.5l7 5.5 7-5.5'),
  },
  { name: 'trace', to: '/trace', key: 'x', group: 'operating', icon: icon('M5 3.5v13M5 5.5h4M5 10h7M5 14.5h10') },
  {
    name: 'quality',
    to: '/quality',
    key: 'q',
    group: 'operating',
    icon: icon('M3.5 16.5h13M5.5 13.5v-3M10 13.5v-8M14.5 13.5v-5'),
  },
  { name: 'sources', to: '/sources', key: 'o', group: 'operating', icon: icon('M2.8 5h5l1.6 2h7.8v8.5H2.8z') },
];
