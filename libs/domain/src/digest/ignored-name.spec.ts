import { isIgnoredName } from './ignored-name.ts';

test.each(['.git', '.hidden.md', '.diglot-done', 'node_modules', 'a.md.tmp', 'a.TMP', 'b.md.part', 'c.md~', '.'])(
  '%s is none of ours',
  (name) => expect(isIgnoredName(name)).toBe(true),
);

test.each(['a.md', 'README.MD', 'tmp', 'part.md', 'a~b.md', 'node_modules.md', 'a.tmp.md', '一.md'])(
  '%s is looked at',
  (name) => expect(isIgnoredName(name)).toBe(false),
);
