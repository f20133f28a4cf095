import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

/** Attributes whose value a person reads or hears. */
const spokenAttributes = ['label', 'title', 'placeholder', 'alt', 'aria-label', 'description'];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function children(node: Node): Node[] {
  return Object.values(node).flatMap(value =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

/** Letters in markup, or in an attribute that is read: words that belong in the catalogue. */
function wordsIn(node: Node): string[] {
  const own: string[] = [];
  if (node.type === 'JSXText' && /\p{L}{2,}/u.test(String(node.value)))
    own.push(String(node.value));
  if (node.type === 'JSXAttribute') {
    const name = (node.name as Node).name;
    const value = node.value as Node | null;
    const isRead = spokenAttributes.includes(String(name));
    if (isRead && value?.type === 'Literal' && /\p{L}{2,}/u.test(String(value.value))) {
      own.push(String(value.value));
    }
  }
  return [...own, ...children(node).flatMap(wordsIn)];
}

const wordsOf = (file: string, text: string) =>
  wordsIn(parseSync(file, text).program as unknown as Node).map(each => each.trim());

test('the check finds a sentence in a component', () => {
  expect(wordsOf('a.tsx', 'const a = <p title="Pay now">Hello</p>;')).toEqual(['Pay now', 'Hello']);
});

test('no sentence that a person reads stands in a component', () => {
  const files = globSync('renderer/**/*.tsx');
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap(file =>
    wordsOf(file, readFileSync(file, 'utf8')).map(words => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});
