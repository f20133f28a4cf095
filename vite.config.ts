import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import electron, { type ElectronOptions } from 'vite-plugin-electron';

const from = (path: string) => resolve(import.meta.dirname, path);

/** One bundle of the desk's Node side: CommonJS, for the oldest runtime it may meet (Node 20.18). */
function bundle(entry: string, folder: string): ElectronOptions {
  return {
    entry: { [entry.replace(/^.*\/|\.ts$/g, '')]: from(entry) },
    vite: {
      build: {
        outDir: from(folder),
        emptyOutDir: false,
        minify: false,
        sourcemap: true,
        target: 'node20.18',
        rolldownOptions: {
          external: ['electron', 'better-sqlite3'],
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  };
}

/** The migrations are read as files, and the receipt embeds its typeface: both travel with the bundle. */
function filesBeside(): Plugin {
  return {
    name: 'files-beside-the-bundle',
    apply: 'build',
    async closeBundle() {
      for (const file of ['journal', 'cache']) {
        await cp(from(`db/${file}/migrations`), from(`dist/db/${file}/migrations`), {
          recursive: true,
        });
      }
      for (const weight of ['Regular', 'SemiBold']) {
        const name = `Inter-${weight}.woff2`;
        await cp(from(`node_modules/inter-ui/web/${name}`), from(`dist/fonts/${name}`));
      }
    },
  };
}

export default defineConfig({
  root: from('renderer'),
  base: './',
  plugins: [
    react(),
    electron([
      bundle('electron/main.ts', 'dist/electron'),
      bundle('electron/preload/desk-preload.ts', 'dist/electron'),
      bundle('electron/preload/capture-preload.ts', 'dist/electron'),
    ]),
    filesBeside(),
  ],
  build: {
    outDir: from('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { index: from('renderer/index.html'), capture: from('renderer/capture.html') },
    },
  },
});
