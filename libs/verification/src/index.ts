export type { Pair } from './context/pair-context.ts';
export { verify, type Bead, type Verification } from './verify.ts';
export { ENGINE_VERSION } from './version.ts';
