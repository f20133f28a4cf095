import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const sheet = /import (\w+) from '([^']+\.module\.css)'/g;

/** The classes that a component asks of its style sheets, and that do not stand there. */
function missing(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(sheet)].flatMap(([, name = '', path = '']) => {
    const css = readFileSync(join(dirname(file), path), 'utf8');
    const asked = text.replaceAll(sheet, '').matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'));
    return [...asked].flatMap(([, of = '']) =>
      new RegExp(`\\.${of}\\b`).test(css) ? [] : [`${file}: ${name}.${of}`],
    );
  });
}

test('every class that a page asks of its style sheet stands there', () => {
  const files = globSync('renderer/**/*.tsx');
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(missing).filter(each => !/\.(ts|tsx|module|css)$/.test(each))).toEqual([]);
});
