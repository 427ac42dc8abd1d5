export { choosePort } from '@diglot/platform';
