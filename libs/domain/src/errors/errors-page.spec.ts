import { readFileSync } from 'node:fs';
import { renderErrorsPage } from './errors-page.ts';

test('docs/errors.md is the error table (mend it with `npm run docs`)', () => {
  const page = new URL('../../../../docs/errors.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(renderErrorsPage());
});
