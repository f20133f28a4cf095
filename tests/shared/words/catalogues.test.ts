import { describe, expect, it, test } from 'vitest';
import { RefusalReason } from '#shared/desk/refusal.ts';
import { english } from '#shared/words/english.ts';
import { spanish } from '#shared/words/spanish.ts';

type Text = readonly [key: string, text: string];

function textsOf(catalogue: object, path = ''): Text[] {
  return Object.entries(catalogue).flatMap(([key, value]): Text[] =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(found => found[1] ?? '').sort();

const inEnglish = textsOf(english);
const inSpanish = new Map(textsOf(spanish));
const spokenNamespaces = Object.keys(spanish) as (keyof typeof spanish)[];

describe('what is read aloud is there in Spanish', () => {
  it('the words spoken to a caller are among it', () => {
    expect(spokenNamespaces).toContain('spoken');
  });

  test.each(spokenNamespaces)('every sentence of “%s”, and no other', namespace => {
    const keys = (catalogue: object) =>
      textsOf(catalogue)
        .map(([key]) => key)
        .sort();
    expect(keys(spanish[namespace])).toEqual(keys(english[namespace]));
  });

  it('and speaks of the same things', () => {
    for (const [key, text] of inEnglish) {
      const translated = inSpanish.get(key);
      if (translated === undefined) continue;
      // “one” may be written out where English does so, and the other way round.
      const without = (each: string) => placeholders(each).filter(name => name !== 'count');
      expect(without(translated), key).toEqual(without(text));
    }
  });

  it('nothing was left in English', () => {
    const same = inEnglish.filter(([key, text]) => inSpanish.get(key) === text);
    expect(same.filter(([, text]) => /\s/.test(text.replace(/\{\{.*?\}\}/g, '')))).toEqual([]);
  });
});

describe('every text', () => {
  test.each(Object.keys(english))(
    'of “%s” is plain: no markup, no empty text, no loose ends',
    namespace => {
      for (const [key, text] of [...inEnglish, ...inSpanish].filter(([each]) =>
        each.startsWith(`${namespace}.`),
      )) {
        expect(text, key).not.toMatch(/<[a-z/]|&[a-z]+;|\*\*|\$t\(/i);
        expect(text.trim(), key).toBe(text);
        expect(text.length, key).toBeGreaterThan(0);
        expect(text.replace(/\{\{\s*\w+(?:,\s*\w+)?\s*\}\}/g, ''), key).not.toMatch(/[{}]/);
      }
    },
  );

  it('a sentence for each refusal, ended by a full stop', () => {
    for (const reason of RefusalReason.options)
      expect(english.problems[reason], reason).toMatch(/\.$/);
    expect(Object.keys(english.problems).sort()).toEqual([...RefusalReason.options].sort());
  });

  it('that counts has both its forms', () => {
    const keys = new Set(inEnglish.map(([key]) => key));
    for (const key of keys) {
      if (key.endsWith('_one')) expect(keys).toContain(key.replace(/_one$/, '_other'));
      if (key.endsWith('_other')) expect(keys).toContain(key.replace(/_other$/, '_one'));
    }
  });
});
