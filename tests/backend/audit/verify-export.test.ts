import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { verifyExport } from '#backend/audit/verify/verify-export.ts';
import { canonicalJson } from '#shared/audit/canonical-json.ts';
import { ExportHead, type SignedHead } from '#shared/audit/signed-head.ts';
import { type AuditDatabase, openAuditDatabase } from '#tests/support/audit-chain.ts';
import { rechained } from '#tests/support/rechained.ts';

const COUNT = 40;
let audit: AuditDatabase;
let lines: readonly string[];
let head: ExportHead;
/** How many records the database had by itself: the people who work in it. */
let records: number;

beforeAll(async () => {
  audit = await openAuditDatabase();
  await audit.write(COUNT);
  await audit.seal(7);
  ({ lines } = await audit.export());
  head = ExportHead.parse(JSON.parse(lines[0] as string));
  records = lines.length - 1;
});
afterAll(() => audit.close());

async function verdictOn(
  text: readonly string[],
  believed: { outside?: SignedHead[]; keys?: [] } = {},
) {
  const file = join(audit.folder, 'tampered.jsonl');
  writeFileSync(file, `${text.join('\n')}\n`);
  return verifyExport(file, { outside: [], ...believed });
}
const brokenIn = async (text: readonly string[]) => (await verdictOn(text)).broken;
const idIn = (line: string | undefined) => JSON.parse(String(line)).record.id;

test('an export that nobody touched is whole, and its records are canonical JSON', async () => {
  expect(records).toBeGreaterThan(COUNT);
  expect(await verdictOn(lines)).toMatchObject({ records, broken: null, signedAt: head.head?.at });
  for (const line of lines.slice(1)) expect(canonicalJson(JSON.parse(line))).toBe(line);
});

test('a last line without its end is read all the same', async () => {
  const file = join(audit.folder, 'unended.jsonl');
  writeFileSync(file, lines.join('\n'));
  expect((await verifyExport(file, { outside: [] })).broken).toBeNull();
});

describe('names the first record', () => {
  test('that was altered', async () => {
    const forged = lines.map((line, n) => (n === 12 ? line.replace('r.ames', 'x.ames') : line));
    const id = idIn(lines[12]);
    expect(lines[12]).toContain('r.ames');
    expect(await brokenIn(forged)).toMatchObject({ what: 'altered', position: 12, id });
  });

  test('that was altered and given the hash of its new words', async () => {
    const forged = rechained(lines, {
      from: 12,
      to: 12,
      change: line => line.replace('r.ames', 'x.ames'),
    });
    expect(await brokenIn(forged)).toMatchObject({
      what: 'altered',
      position: 12,
      id: idIn(lines[12]),
    });
  });

  test('that was removed, or the first of several', async () => {
    expect(await brokenIn(lines.toSpliced(20, 1))).toMatchObject({ what: 'removed', position: 20 });
    expect(await brokenIn(lines.toSpliced(1, 3))).toMatchObject({ what: 'removed', position: 1 });
  });

  test('that was inserted, whether it counts on or not', async () => {
    const copy = String(lines[9]).replace('r.ames', 'x.ames');
    expect(await brokenIn(lines.toSpliced(10, 0, copy))).toMatchObject({
      what: 'inserted',
      position: 9,
    });
    const inChain = rechained(lines.slice(0, 11), {
      from: 10,
      to: 10,
      change: line => line.replace('"id":"', '"id":"x'),
    });
    const forged = [...inChain, ...lines.slice(10)];
    expect(await brokenIn(forged)).toMatchObject({
      what: 'inserted',
      position: 10,
      id: idIn(inChain[10]),
    });
  });

  test('that stands in another place', async () => {
    const swapped = lines.toSpliced(15, 2, String(lines[16]), String(lines[15]));
    expect(await brokenIn(swapped)).toMatchObject({
      what: 'reordered',
      position: 16,
      id: idIn(lines[16]),
    });
  });

  test('that is missing at the end', async () => {
    expect(await brokenIn(lines.slice(0, -3))).toMatchObject({
      what: 'cut_off',
      position: records - 2,
    });
  });

  test('that was written anew with everything after it, because of what was signed', async () => {
    const forged = rechained(lines, {
      from: 12,
      to: records,
      change: line => line.replace('r.ames', 'x.ames'),
    });
    expect(await brokenIn(forged)).toMatchObject({ what: 'altered', position: 1 });
  });

  test('that nobody signed for', async () => {
    const longer = [
      ...lines,
      ...rechained([...lines, String(lines[5])], { from: records + 1, to: records + 1 }).slice(-1),
    ];
    expect(await brokenIn(longer)).toMatchObject({ what: 'not_signed', position: records + 1 });
  });
});

describe('does not believe', () => {
  const withHead = (change: (head: ExportHead) => unknown) => [
    JSON.stringify(change(head)),
    ...lines.slice(1),
  ];

  test('a signature that was changed, or is missing', async () => {
    const at = '2027-01-01T00:00:00.000Z';
    const later = withHead(each => ({ ...each, head: { ...each.head, at } }));
    expect(await brokenIn(later)).toMatchObject({ what: 'not_signed' });
    expect(await brokenIn(withHead(each => ({ ...each, head: null })))).toMatchObject({
      what: 'not_signed',
      position: 1,
    });
  });

  test('a key of somebody else, even one with the right name', async () => {
    const other = signerOf(newAuditKey());
    const signature = other.sign(head.head as SignedHead);
    const theirs = { keyId: other.keyId, publicKey: other.publicKey };
    const forged = withHead(each => ({
      ...each,
      keys: [theirs],
      head: { ...each.head, keyId: other.keyId, signature },
    }));
    const { keys } = head;
    expect((await verdictOn(forged, { keys: keys as [] })).broken).toMatchObject({
      what: 'wrong_key',
    });
    const renamed = withHead(each => ({
      ...each,
      keys: [{ ...theirs, keyId: keys[0]?.keyId }],
      head: { ...each.head, signature },
    }));
    expect((await verdictOn(renamed)).broken).toMatchObject({ what: 'wrong_key' });
  });

  test('a chain that an anchor kept elsewhere contradicts', async () => {
    const anchor = (about: Partial<SignedHead>): SignedHead => {
      const statement = { ...(head.head as SignedHead), what: 'anchor' as const, ...about };
      return { ...statement, signature: audit.signer.sign(statement) };
    };
    const withAnchor = async (about: Partial<SignedHead>) =>
      (await verdictOn(lines, { outside: [anchor(about)] })).broken;
    expect(await withAnchor({})).toBeNull();
    expect(await withAnchor({ position: records + 5 })).toMatchObject({ what: 'cut_off' });
    expect(await withAnchor({ position: 9 })).toMatchObject({ what: 'altered', position: 1 });
    expect(await withAnchor({ chain: crypto.randomUUID() })).toMatchObject({
      what: 'anchor_differs',
    });
  });

  test('a file that is no export', async () => {
    expect(await brokenIn(['{}'])).toMatchObject({ what: 'unreadable' });
    expect(await brokenIn([])).toMatchObject({ what: 'unreadable' });
    expect(await brokenIn([String(lines[0]), 'nonsense'])).toMatchObject({
      what: 'altered',
      position: 1,
    });
  });
});
