export { readComposeFile, type Service, type Services } from './compose/compose-file.ts';
