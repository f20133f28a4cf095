import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const from = (path: string) => resolve(import.meta.dirname, path);

/** The three pages. The desk's Node side is bundled by tools/build.ts. */
export default defineConfig({
  root: from('renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: from('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: {
        index: from('renderer/index.html'),
        capture: from('renderer/capture.html'),
        document: from('renderer/document.html'),
      },
    },
  },
});
