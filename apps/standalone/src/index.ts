export { type Figures, fetchFigures, summary } from './catch-up.ts';
export { compose, type Composition, type CompositionOptions } from './compose.ts';
export { startEmbeddedProfile, type EmbeddedProfile, type Purpose } from './embedded-profile.ts';
export { entities, migrations, readers } from './services.ts';
