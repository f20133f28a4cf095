import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'vite';

const from = (path: string) => resolve(import.meta.dirname, '..', path);

const nodeSide = [
  'main',
  'sync/worker/sync-worker',
  'exports/worker/export-worker',
  'preload/desk-preload',
  'preload/capture-preload',
];

/** One bundle of the desk's Node side: CommonJS, for the oldest runtime it may meet (Node 20.18). */
async function bundle(entry: string): Promise<void> {
  await build({
    configFile: false,
    root: from('.'),
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: from(`electron/${entry}.ts`),
      outDir: from('dist/electron'),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      target: 'node20.18',
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
}

/** The migrations are read as files, the receipt embeds its typeface, and what draws PDFs needs its own: all travel along. */
async function copyBeside(): Promise<void> {
  for (const file of ['journal', 'cache']) {
    const folder = `db/${file}/migrations`;
    await cp(from(folder), from(`dist/${folder}`), { recursive: true });
  }
  for (const weight of ['400Regular', '600SemiBold']) {
    const name = `Inter_${weight}.ttf`;
    const typeface = `node_modules/@expo-google-fonts/inter/${weight}/${name}`;
    await cp(from(typeface), from(`dist/fonts/${name}`));
  }
  for (const part of ['wasm', 'cmaps', 'standard_fonts']) {
    const folder = `node_modules/pdfjs-dist/${part}`;
    await cp(from(folder), from(`dist/renderer/pdf/${part}`), { recursive: true });
  }
}

async function buildAll(): Promise<void> {
  await build({ configFile: from('vite.config.ts'), logLevel: 'warn' });
  for (const entry of nodeSide) await bundle(entry);
  await copyBeside();
}

/**
 * Builds the whole desk into dist/: pages, main process, preloads and the files they read. It is always the desk that
 * customers get: under the name that a test runner gives its environment, React would bring its development build.
 */
export async function buildDesk(): Promise<void> {
  const { NODE_ENV = '' } = process.env;
  process.env.NODE_ENV = 'production';
  await buildAll().finally(() => {
    process.env.NODE_ENV = NODE_ENV;
  });
}
