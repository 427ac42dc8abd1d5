import { pageUrl } from './page-url.ts';

test.each([
  ['127.0.0.1', 7373, 'http://127.0.0.1:7373'],
  ['0.0.0.0', 80, 'http://127.0.0.1:80'],
  ['10.0.0.1', '80', 'http://10.0.0.1:80'],
])('%s and %s: %s', (host, port, url) => {
  expect(pageUrl(host, port)).toBe(url);
});
