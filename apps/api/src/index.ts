export { ApiModule } from './api.module.ts';
export { API_SETTINGS, NO_LIMITS, type ApiSettings, type Readiness } from './api.settings.ts';
export { ROUTES, type RouteContract } from './contract/routes.ts';
export type { Paper, PaperList, PaperSummary } from './contract/papers.schema.ts';
export type { StatusBody } from './contract/status.schema.ts';
export { createApiAdapter } from './http/api-adapter.ts';
export { openApiDocument } from './openapi/openapi-document.ts';
export { apiEntities } from './views/api-entities.ts';
