/** The looks of the page of events: served as a file of its own, for nothing inline is let through (security-headers.ts). */
export const ASYNCAPI_STYLES = `:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf7, #131517);
  --surface: light-dark(#ffffff, #1a1d20);
  --sunken: light-dark(#f3f1ec, #0f1113);
  --ink: light-dark(#1d1f22, #e9e6e0);
  --ink-soft: light-dark(#585d65, #a5abb3);
  --line: light-dark(#e8e4dc, #292d32);
  --accent: light-dark(#1d5b79, #86c0dd);
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', 'DejaVu Sans Mono', monospace;
}

* {
  box-sizing: border-box;
}

html {
  scroll-padding-top: 1rem;
}

body {
  margin: 0 auto;
  padding: 2.5rem 1.25rem 6rem;
  max-width: 56rem;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.6 system-ui, 'Segoe UI', sans-serif;
  overflow-wrap: break-word;
}

a {
  color: var(--accent);
  text-underline-offset: 0.2em;
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
  border-radius: 4px;
}

h1,
h2,
h3 {
  line-height: 1.25;
  text-wrap: balance;
}

h1 {
  margin: 0 0 0.75rem;
  font-size: 1.875rem;
}

h1 small {
  color: var(--ink-soft);
  font-size: 1rem;
  font-weight: 400;
}

h2 {
  margin: 0;
  font-size: 1.25rem;
}

h2 a,
h3 {
  font-family: var(--mono);
}

h2 a {
  color: inherit;
  text-decoration: none;
}

h2 a:hover {
  text-decoration: underline;
}

h3 {
  margin: 1.5rem 0 0.5rem;
  font-size: 1rem;
}

code,
pre,
dt {
  font-family: var(--mono);
  font-size: 0.875em;
}

p {
  margin: 0.5rem 0;
  max-width: 44rem;
}

.files {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
}

nav,
section {
  margin-top: 1.5rem;
  padding: 1.25rem;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--surface);
}

ul,
dl {
  margin: 0;
  padding: 0;
  list-style: none;
}

nav li + li,
dl > div + div {
  margin-top: 0.625rem;
  padding-top: 0.625rem;
  border-top: 1px solid var(--line);
}

nav a {
  display: block;
  font-family: var(--mono);
  font-size: 0.875rem;
}

nav span,
.settings,
dd {
  color: var(--ink-soft);
  font-size: 0.875rem;
}

dd {
  margin: 0;
}

.headers > div {
  display: grid;
  grid-template-columns: minmax(9rem, 14rem) 1fr;
  gap: 0 1rem;
}

details {
  margin-top: 0.5rem;
}

summary {
  padding: 0.375rem 0;
  color: var(--accent);
  cursor: pointer;
}

pre {
  margin: 0.25rem 0 0;
  padding: 1rem;
  max-height: 32rem;
  overflow: auto;
  border-radius: 6px;
  background: var(--sunken);
  line-height: 1.5;
}

@media (max-width: 40rem) {
  body {
    padding: 1.5rem 0.875rem 4rem;
  }

  h1 {
    font-size: 1.5rem;
  }

  h2 {
    font-size: 1.0625rem;
  }

  nav,
  section {
    padding: 0.875rem;
  }

  .headers > div {
    display: block;
  }
}
`;
