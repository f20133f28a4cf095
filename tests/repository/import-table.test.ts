import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';

/** The table of ARCHITECTURE.md. */
const table: Record<string, string[]> = {
  shared: [],
  db: ['shared'],
  electron: ['shared', 'db'],
  renderer: ['shared'],
  backend: ['shared'],
};

/** What the pure folder may take from elsewhere: small, without DOM or Node. */
const pureLibraries = ['zod', 'temporal-polyfill', 'card-validator', 'i18next'];

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map(match => match[1] ?? '');
}

for (const [folder, allowed] of Object.entries(table)) {
  test(`${folder}/ imports only from ${allowed.join(', ') || 'itself'}`, () => {
    const files = globSync(`${folder}/**/*.{ts,tsx}`);
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap(file =>
      imports(file)
        .filter(each => each.startsWith('#'))
        .map(each => each.slice(1).split('/')[0] ?? '')
        .filter(other => other !== folder && !allowed.includes(other))
        .map(other => `${file} → ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test(`the TypeScript project of ${folder}/ refers to the same folders`, () => {
    const project = JSON.parse(readFileSync(`${folder}/tsconfig.json`, 'utf8'));
    const referred = (project.references ?? []).map((each: { path: string }) => each.path.slice(3));
    expect(referred.sort()).toEqual([...allowed].sort());
  });
}

test('shared/ needs no Node, no DOM and only small pure libraries', () => {
  const foreign = globSync('shared/**/*.ts').flatMap(file =>
    imports(file)
      .filter(each => !each.startsWith('.') && !each.startsWith('#'))
      .filter(each => !pureLibraries.includes(each) || builtinModules.includes(each))
      .map(each => `${file} → ${each}`),
  );
  expect(foreign).toEqual([]);
});
