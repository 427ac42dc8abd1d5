export { runChaos } from './run-chaos.ts';
export { startSession, type Session } from './session.ts';
