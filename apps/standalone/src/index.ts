export { compose, type Composition, type CompositionOptions } from './compose.ts';
export { migrations, readers } from './services.ts';
