import { existsSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';

const root = new URL('../../../../', import.meta.url);
const text = readFileSync(new URL('deploy/docker/Dockerfile', root), 'utf8');
const complaints = (dockerfile: string) => validate(dockerfile, {}).map(({ message }) => message);

test('the Dockerfile has no fault that the linter knows, and the linter sees one', () => {
  expect(complaints(text)).toEqual([]);
  expect(complaints(text.replace('USER node', 'USRE node'))).not.toEqual([]);
});

test('what it copies from the repository is there', () => {
  const copied = [...text.matchAll(/^COPY (?!--from)(\S+)/gm)].map(([, path]) => path ?? '');
  expect(copied).toContain('deploy/docker/health-check.mjs');
  expect(copied.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
