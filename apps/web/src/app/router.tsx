import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';
import { RouteFailed } from './shell/route-failed.tsx';
import {
  PAPER_FILTERS,
  QUALITY_PARAMS,
  READER_PARAMS,
  SOURCES_PARAMS,
  parseSearch,
  pickDay,
  pickParams,
  stringifySearch,
} from './search-params.ts';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const parent = { getParentRoute: () => rootRoute };

const todayRoute = createRoute({
  ...parent,
  path: '/',
  validateSearch: (search) => pickDay(pickParams(['day'], search)),
  component: lazyRouteComponent(() => import('./views/today/today-view.tsx'), 'TodayView'),
});

/** The list of papers; a paper of it stands below. */
const readRoute = createRoute({
  ...parent,
  path: '/read',
  validateSearch: (search) => pickParams(READER_PARAMS, search),
  component: lazyRouteComponent(() => import('./views/reader/reader-view.tsx'), 'ReaderView'),
});
const noPaperRoute = createRoute({ getParentRoute: () => readRoute, path: '/' });
/** A splat, for old identifiers hold a slash. */
const paperRoute = createRoute({
  getParentRoute: () => readRoute,
  path: '$',
  component: lazyRouteComponent(() => import('./views/reader/paper-pane.tsx'), 'PaperPane'),
});

const searchRoute = createRoute({
  ...parent,
  path: '/search',
  validateSearch: (search) => pickParams(PAPER_FILTERS, search),
  component: lazyRouteComponent(() => import('./views/search/search-view.tsx'), 'SearchView'),
});

const flowRoute = createRoute({
  ...parent,
  path: '/flow',
  validateSearch: (search) => pickParams(['minutes'], search),
  component: lazyRouteComponent(() => import('./views/flow/flow-view.tsx'), 'FlowView'),
});

const deadLettersRoute = createRoute({
  ...parent,
  path: '/dead-letters',
  validateSearch: (search) => pickParams(['show', 'code', 'consumer', 'q', 'open'], search),
  component: lazyRouteComponent(() => import('./views/dead-letters/dead-letters-view.tsx'), 'DeadLettersView'),
});

const traceRoute = createRoute({
  ...parent,
  path: '/trace',
  validateSearch: (search) => pickParams(['of', 'event', 'with'], search),
  component: lazyRouteComponent(() => import('./views/trace/trace-view.tsx'), 'TraceView'),
});

const qualityRoute = createRoute({
  ...parent,
  path: '/quality',
  validateSearch: (search) => pickParams(QUALITY_PARAMS, search),
  component: lazyRouteComponent(() => import('./views/quality/quality-view.tsx'), 'QualityView'),
});

const sourcesRoute = createRoute({
  ...parent,
  path: '/sources',
  validateSearch: (search) => pickParams(SOURCES_PARAMS, search),
  component: lazyRouteComponent(() => import('./views/sources/sources-view.tsx'), 'SourcesView'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    todayRoute,
    readRoute.addChildren([noPaperRoute, paperRoute]),
    searchRoute,
    flowRoute,
    deadLettersRoute,
    traceRoute,
    qualityRoute,
    sourcesRoute,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: RouteFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
