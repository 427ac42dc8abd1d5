export { type Figures, fetchFigures, summary } from './catch-up.ts';
export { compose, type Composition, type CompositionOptions } from './compose.ts';
export { entities, migrations, readers } from './services.ts';
