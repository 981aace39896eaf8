import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** The page is ready once it is painted in its own type: the type is fetched with the scripts, not after they have painted without it. */
const fetchTypeEarly: Plugin = {
  name: 'fetch-type-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /\/usual-[^/]*\.ttf$/.test(file))
        .map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: true, href: `./${file}` }, injectTo: 'head' as const })),
  },
};

export default defineConfig({
  root: here,
  base: './',
  plugins: [react(), tailwindcss(), fetchTypeEarly],
  logLevel: 'warn',
  build: {
    outDir: path.join(here, '..', 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // Fonts and pictures stay files, and no script is inlined: the content security policy allows neither otherwise.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // All rooms of a manager are one script: it is fetched when the sale already stands, from this machine.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: { cashier: path.join(here, 'cashier.html'), customer: path.join(here, 'customer.html') },
      // A window keeps its scripts as texts: with one letter of Korean in it a whole script takes two bytes for every character.
      output: { charset: 'ascii' },
    },
  },
});
