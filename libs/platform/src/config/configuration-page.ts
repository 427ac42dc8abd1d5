import { SETTINGS } from './settings.ts';

/** The text of docs/configuration.md; a test compares the file with it. */
export function renderConfigurationPage(): string {
  const rows = Object.values(SETTINGS).map(
    ({ variable, default: fallback, meaning }) =>
      `| \`${variable}\` | ${fallback ? `\`${fallback}\`` : '–'} | ${meaning} |`,
  );
  const secrets = Object.values(SETTINGS)
    .filter(({ secret }) => secret)
    .map(({ variable }) => `\`${variable}\``);
  return [
    '# Configuration',
    '',
    '<!-- Generated from libs/platform/src/config/settings.ts by `npm run docs`. -->',
    '',
    'Settings are environment variables. All of them are checked at the start; a mistake names every bad one at once.',
    '',
    `A secret (${secrets.join(', ')}) may stand in a file instead: the variable with \`_FILE\` at its end names it.`,
    '',
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
