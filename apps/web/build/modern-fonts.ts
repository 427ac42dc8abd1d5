import type { Plugin } from 'vite';

/** Every browser that can show the page reads WOFF2: the older forms that KaTeX's style sheet names stay out of the build. */
export function modernFonts(): Plugin {
  return {
    name: 'modern-fonts',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) if (/\.(?:ttf|woff)$/.test(name)) delete bundle[name];
    },
  };
}
