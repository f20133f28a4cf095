import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  jpegDocument,
  pdfDocument,
  pdfOfBytes,
  pngDocument,
  SECRET,
  tiffDocument,
} from '#tests/support/documents.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { type OpenApplication, openApplication } from '#tests/support/open-application.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let open: OpenApplication;
let folder: string;
let chosen: string | null;
let desk: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend();
  open = await openApplication(backend);
  folder = mkdtempSync(join(tmpdir(), 'remit-papers-'));
});
afterAll(async () => {
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  desk = startTestDesk(backend.url, { choose: async () => chosen });
  await desk.value('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' });
});
afterEach(() => desk.stop());

function lay(name: string, bytes: Buffer): void {
  chosen = join(folder, name);
  writeFileSync(chosen, bytes);
}
const add = (kind: 'income' | 'identity' = 'income') =>
  desk.ask('documents.add', { applicationId: open.applicationId, kind });
const listed = async () => (await desk.value('documents.list', { caseId: open.caseId })).documents;
const kept = async () => {
  const { rows } = await backend.pool.query('SELECT count(*)::int AS n FROM application_document');
  return rows[0].n as number;
};

describe('a document that a counselor adds', () => {
  it('goes from its file into the application, and the page hears neither its place nor its bytes', async () => {
    lay('pay stub.pdf', await pdfDocument());
    const reply = await add();
    expect(reply).toMatchObject({
      ok: true,
      value: { document: { fileName: 'pay stub.pdf', kind: 'income', by: 'Chidi Okafor' } },
    });
    expect(JSON.stringify(reply)).not.toContain(folder);
    expect(await listed()).toHaveLength(1);
  });

  it('is shown in a window of its own, and nothing of it stays on this computer', async () => {
    const bytes = await pdfDocument();
    const [{ documentId = '', fileName = '' } = {}] = await listed();
    await desk.value('documents.open', { documentId, fileName });
    expect(desk.shown).toMatchObject([{ name: 'pay stub.pdf', format: 'pdf' }]);
    expect(desk.shown[0]?.bytes.includes(Buffer.from(SECRET))).toBe(true);
    expect(bytes.includes(Buffer.from(SECRET))).toBe(true);
    expect(filesHolding(desk.folder, SECRET)).toEqual([]);
  });

  it('is not added when no file is chosen', async () => {
    chosen = null;
    const before = await kept();
    expect(await add()).toEqual({ ok: true, value: { document: null } });
    expect(await kept()).toBe(before);
  });

  it.each([
    [
      'a letter in a word processor',
      'letter.docx',
      Buffer.from('PK\x03\x04 word'),
      'document_type_wrong',
    ],
    [
      'a program called a picture',
      'photo.jpg',
      Buffer.from('MZ\x90\0 program'),
      'document_type_wrong',
    ],
    ['empty', 'nothing.pdf', Buffer.alloc(0), 'document_empty'],
    ['half a picture', 'half.png', pngDocument.subarray(0, 40), 'document_damaged'],
  ])(
    'is refused in one sentence when it is %s, and nothing is sent',
    async (_, name, bytes, reason) => {
      lay(name, bytes);
      const before = await kept();
      const reply = await add();
      expect(reply).toMatchObject({
        ok: false,
        reason,
        message: expect.stringMatching(/^[A-Z][^.]*\.$/),
      });
      expect(await kept()).toBe(before);
    },
  );

  it('is refused when it is gone, or a folder', async () => {
    chosen = join(folder, 'not there.pdf');
    expect(await add()).toMatchObject({ ok: false, reason: 'document_not_read' });
    chosen = folder;
    expect(await add()).toMatchObject({ ok: false, reason: 'document_not_read' });
  });

  it('of a gigabyte is refused by its size, without being read or sent', async () => {
    chosen = join(folder, 'scan.pdf');
    const file = openSync(chosen, 'w');
    writeSync(file, '%PDF-1.7\n');
    ftruncateSync(file, 1024 ** 3);
    closeSync(file);
    const [before, memory, began] = [await kept(), process.memoryUsage().rss, performance.now()];
    expect(await add()).toMatchObject({ ok: false, reason: 'document_too_large' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024);
    expect(await kept()).toBe(before);
  });

  it('tells how far it has come while it is sent', async () => {
    lay('many pages.pdf', await pdfOfBytes(8 * 1024 * 1024));
    const seen: number[] = [];
    const deaf = desk.desk.news.listen(async event => {
      if (event !== 'documents') return;
      const way = await desk.value('documents.progress', null);
      if (way) seen.push(way.sentBytes / way.sizeBytes);
    });
    expect(await add('identity')).toMatchObject({ ok: true });
    deaf();
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.at(-1)).toBe(1);
    expect(await desk.value('documents.progress', null)).toBeNull();
  });

  it('may be a photograph, but no TIFF: the desk says which types to send, and sends nothing', async () => {
    lay('id.jpg', jpegDocument);
    expect(await add('identity')).toMatchObject({ ok: true });
    lay('scan.tif', tiffDocument);
    expect(await add('identity')).toMatchObject({
      ok: false,
      reason: 'document_type_wrong',
      message: expect.stringContaining('PDF, JPEG or PNG'),
    });
  });

  it('waits while the desk is locked, and without the backend says so in one sentence', async () => {
    lay('pay stub 2.pdf', await pdfDocument('Another pay stub'));
    await desk.value('session.lock', null);
    expect(await add()).toMatchObject({ ok: false, reason: 'locked' });
    const away = startTestDesk('http://127.0.0.1:9', { choose: async () => chosen });
    expect(
      await away.ask('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' }),
    ).toMatchObject({ ok: false, reason: 'unreachable' });
    await away.stop();
  });
});
