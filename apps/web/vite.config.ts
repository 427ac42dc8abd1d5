import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { modernFonts } from './build/modern-fonts.ts';
import { precompress } from './build/precompress.ts';

export default defineConfig({
  plugins: [react(), modernFonts(), precompress()],
  // What is not hashed is asked for anew each time; everything below `assets` may be kept for ever.
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Nothing inline: the page forbids itself inline code, and data addresses for what it loads.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // `npx vite` in this folder, beside a running `npm start`.
  server: { proxy: { '/api': 'http://localhost:7373', '/asyncapi': 'http://localhost:7373' } },
});
