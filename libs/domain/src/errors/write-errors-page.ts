import { renderErrorsPage } from './errors-page.ts';

// Printed, not written: a pure library touches no files. `npm run docs` redirects it.
console.log(renderErrorsPage().trimEnd());
