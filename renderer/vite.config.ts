import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  base: './',
  plugins: [react(), tailwindcss()],
  logLevel: 'warn',
  build: {
    outDir: path.join(here, '..', 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // Fonts and pictures stay files, and no script is inlined: the content security policy allows neither otherwise.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    rolldownOptions: { input: { cashier: path.join(here, 'cashier.html'), customer: path.join(here, 'customer.html') } },
  },
});
