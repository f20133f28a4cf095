import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentVault, pieceKey } from '#backend/vault/document-vault.ts';
import { DOCUMENT_LIMIT_BYTES } from '#shared/assistance/document.ts';
import { PROTOCOL_HEADER } from '#shared/contract/protocol.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import {
  heicDocument,
  jpegDocument,
  pdfDocument,
  pdfOfBytes,
  pngDocument,
  SECRET,
  tiffDocument,
} from '#tests/support/documents.ts';
import { type OpenApplication, openApplication } from '#tests/support/open-application.ts';
import { sendDocument } from '#tests/support/send-document.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let counselor: SignedIn;
let open: OpenApplication;
let pdf: Buffer;
const faults: unknown[] = [];
beforeAll(async () => {
  backend = await startTestBackend({ report: fault => faults.push(fault) });
  counselor = await backend.signIn('c.okafor');
  open = await openApplication(backend);
  pdf = await pdfDocument();
});
afterAll(async () => {
  await backend.stop();
  expect(faults).toEqual([]);
});
beforeEach(async () => {
  await backend.pool.query(
    'ALTER TABLE application_document DISABLE TRIGGER USER; ALTER TABLE application_document_piece DISABLE TRIGGER USER',
  );
  await backend.pool.query('TRUNCATE application_document, application_document_piece');
  await backend.pool.query(
    'ALTER TABLE application_document ENABLE TRIGGER USER; ALTER TABLE application_document_piece ENABLE TRIGGER USER',
  );
});

const send = (bytes: Buffer, changes: object = {}, desk = counselor) =>
  sendDocument(desk, { applicationId: open.applicationId, bytes, ...changes });
const kept = async () => {
  const { rows } = await backend.pool.query(
    `SELECT (SELECT count(*)::int FROM application_document) AS documents,
       (SELECT count(*)::int FROM application_document_piece) AS pieces`,
  );
  return rows[0];
};
const listed = () => counselor.value('documents', { params: { caseId: open.caseId } });

describe('a document of an application', () => {
  it('is kept with its kind, name, size and giver, and comes back byte for byte', async () => {
    const document = await send(pdf, { fileName: 'talón de pago.pdf' });
    expect(document).toMatchObject({
      ok: true,
      value: {
        kind: 'income',
        fileName: 'talón de pago.pdf',
        format: 'pdf',
        sizeBytes: pdf.length,
        needsPassword: false,
        by: 'Chidi Okafor',
        refused: null,
      },
    });
    const { documents, asked, isOpen } = await listed();
    expect({ count: documents.length, asked, isOpen }).toMatchObject({
      count: 1,
      asked: [
        { kind: 'identity', state: 'missing', why: null },
        { kind: 'income', state: 'received', why: null },
        { kind: 'address', state: 'missing', why: null },
      ],
      isOpen: true,
    });
    const documentId = documents[0]?.documentId ?? '';
    const back = await counselor.value('documentContent', { params: { documentId } });
    expect(Buffer.from(back).equals(pdf)).toBe(true);
  });

  it.each([
    ['jpeg', jpegDocument],
    ['png', pngDocument],
  ])('may be a picture: %s', async (format, bytes) => {
    expect(await send(bytes)).toMatchObject({ ok: true, value: { format } });
  });

  it('may be an encrypted PDF, and says so', async () => {
    const encrypted = await pdfDocument('Pay stub', 'a password');
    expect(await send(encrypted)).toMatchObject({ ok: true, value: { needsPassword: true } });
  });

  it.each([
    ['a program', Buffer.from('MZ this is a program'), 'document_type_wrong'],
    ['a TIFF, which nobody could look at here', tiffDocument, 'document_type_wrong'],
    ['a HEIC picture', heicDocument, 'document_type_wrong'],
    ['nothing', Buffer.alloc(0), 'document_empty'],
    ['half a picture', pngDocument.subarray(0, 40), 'document_damaged'],
  ])('is refused when it is %s, and nothing of it is kept', async (_, bytes, code) => {
    expect(await send(bytes)).toMatchObject({ ok: false, problem: { code } });
    expect(await kept()).toEqual({ documents: 0, pieces: 0 });
  });

  it('that is not the file it was reckoned of is refused as damaged', async () => {
    const sha256 = createHash('sha256').update('another').digest('hex');
    expect(await send(pdf, { sha256 })).toMatchObject({
      ok: false,
      problem: { code: 'document_damaged' },
    });
    expect(await kept()).toEqual({ documents: 0, pieces: 0 });
  });

  it('of 20 MB is taken, and of one byte more is not', async () => {
    const largest = await pdfOfBytes(DOCUMENT_LIMIT_BYTES);
    const exact = Buffer.concat([largest, Buffer.alloc(DOCUMENT_LIMIT_BYTES - largest.length, 10)]);
    expect(exact.length).toBe(DOCUMENT_LIMIT_BYTES);
    expect(await send(exact)).toMatchObject({ ok: true });
    expect(await kept()).toEqual({ documents: 1, pieces: 80 });
    const documentId = (await listed()).documents[0]?.documentId ?? '';
    const back = await counselor.value('documentContent', { params: { documentId } });
    expect(Buffer.from(back).equals(exact)).toBe(true);
    expect(await send(Buffer.concat([exact, Buffer.from('\n')]))).toMatchObject({
      ok: false,
      problem: { code: 'document_too_large' },
    });
  });

  it('sent twice under its id is there once, and another file under it is refused', async () => {
    const documentId = randomUUID();
    const first = await send(pdf, { documentId });
    expect(await send(pdf, { documentId })).toEqual(first);
    expect(await send(pngDocument, { documentId })).toMatchObject({
      ok: false,
      problem: { code: 'key_reused' },
    });
    expect((await kept()).documents).toBe(1);
  });

  it('sent twice at the same moment is there once', async () => {
    const documentId = randomUUID();
    const [one, other] = await Promise.all([send(pdf, { documentId }), send(pdf, { documentId })]);
    expect(one).toMatchObject({ ok: true });
    expect(other).toEqual(one);
    expect((await kept()).documents).toBe(1);
  });

  it('may have others of its kind beside it, up to forty in all', async () => {
    expect(await send(pdf)).toMatchObject({ ok: true });
    expect(await send(jpegDocument)).toMatchObject({ ok: true });
    expect((await listed()).documents.map(({ kind }) => kind)).toEqual(['income', 'income']);
    for (let more = 2; more < 40; more += 1) await send(pngDocument);
    expect(await send(pngDocument)).toMatchObject({
      ok: false,
      problem: { code: 'document_too_many' },
    });
  });
});

/** A request as it goes over the line, byte by byte. */
function raw(size: number | undefined, onOpen: (line: ReturnType<typeof request>) => void) {
  const path = `/v1/applications/${open.applicationId}/documents/${randomUUID()}`;
  const line = request(`${backend.url}${path}`, {
    method: 'PUT',
    headers: {
      [PROTOCOL_HEADER]: '1',
      authorization: `Bearer ${counselor.session.token}`,
      'content-type': 'application/octet-stream',
      'document-kind': 'income',
      'document-name': 'large.pdf',
      'document-sha256': 'ab'.repeat(32),
      ...(size !== undefined && { 'content-length': size }),
    },
  });
  const answer = new Promise<{ status: number; code: string } | 'cut off'>(resolve => {
    line.on('response', response => {
      let text = '';
      response.on('data', part => (text += part));
      response.on('error', () => resolve('cut off'));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, code: JSON.parse(text).code }),
      );
    });
    line.on('error', () => resolve('cut off'));
  });
  onOpen(line);
  return { line, answer };
}

describe('a document on its way', () => {
  it('of a gigabyte is refused by what is announced, before a byte of it is read', async () => {
    const began = performance.now();
    const { line, answer } = raw(1024 ** 3, begun => begun.flushHeaders());
    expect(await answer).toEqual({ status: 413, code: 'document_too_large' });
    expect(performance.now() - began).toBeLessThan(5_000);
    line.destroy();
    expect(await kept()).toEqual({ documents: 0, pieces: 0 });
  });

  it('that does not say how large it is is counted, and refused when it is too large', async () => {
    const before = process.memoryUsage().rss;
    const { line, answer } = raw(undefined, begun => {
      const part = Buffer.alloc(1024 * 1024, 0x20);
      let sent = 0;
      const more = () => {
        if (sent >= 1024 || begun.destroyed) return;
        sent += 1;
        begun.write(part, more);
      };
      more();
    });
    // Told why where the line stood long enough, and cut off in any case.
    expect([{ status: 413, code: 'document_too_large' }, 'cut off']).toContainEqual(await answer);
    line.destroy();
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    expect(await kept()).toEqual({ documents: 0, pieces: 0 });
  });

  it('that breaks off leaves nothing behind', async () => {
    const { line, answer } = raw(pdf.length, begun => begun.write(pdf.subarray(0, 500)));
    await new Promise(resolve => setTimeout(resolve, 100));
    line.destroy();
    expect(await answer).toBe('cut off');
    expect(await kept()).toEqual({ documents: 0, pieces: 0 });
    expect(await send(pdf)).toMatchObject({ ok: true });
  });
});

describe('who may', () => {
  it('add a document is the counselor who has the case, while the application is open', async () => {
    const colleague = await backend.signIn('m.delgado');
    expect(await send(pdf, {}, colleague)).toMatchObject({
      ok: false,
      problem: { code: 'case_taken', heldBy: 'Chidi Okafor' },
    });
    expect(await send(pdf, { applicationId: randomUUID() })).toMatchObject({
      ok: false,
      problem: { code: 'application_not_found' },
    });
    const representative = await backend.signIn('r.ames');
    expect(await send(pdf, {}, representative)).toMatchObject({
      ok: false,
      problem: { code: 'not_allowed' },
    });
  });

  it('look at one is kept each time, and at the list once an hour', async () => {
    await send(pdf);
    const documentId = (await listed()).documents[0]?.documentId ?? '';
    await listed();
    for (let twice = 0; twice < 2; twice += 1) {
      await counselor.value('documentContent', { params: { documentId } });
    }
    const { rows } = await backend.pool.query(
      `SELECT action, count(*)::int AS count FROM access_event
       WHERE reason = $1 OR action = 'documents_listed' GROUP BY action ORDER BY action`,
      [documentId],
    );
    expect(rows).toEqual([
      { action: 'document_opened', count: 2 },
      { action: 'documents_listed', count: 1 },
    ]);
  });
});

describe('a refusal', () => {
  it('of a document stands with its reason, and the document stays', async () => {
    await send(pdf);
    const documentId = (await listed()).documents[0]?.documentId ?? '';
    const params = { documentId };
    const body = { reason: 'outdated' as const, note: 'Of the year before last.' };
    const refused = await counselor.value('refuseDocument', { params, body });
    expect(refused.refused).toMatchObject({ by: 'Chidi Okafor', ...body });
    expect(await counselor.value('refuseDocument', { params, body })).toEqual(refused);
    const other = { reason: 'replaced' as const, note: null };
    expect(await counselor.ask('refuseDocument', { params, body: other })).toMatchObject({
      ok: false,
      problem: { code: 'key_reused' },
    });
    const back = await counselor.value('documentContent', { params });
    expect(Buffer.from(back).equals(pdf)).toBe(true);
  });
});

describe('in the database', () => {
  it('nothing of a document can be read, and no piece opens in another place or with another key', async () => {
    const large = await pdfOfBytes(600 * 1024);
    await send(large);
    const { rows } = await backend.pool.query(
      'SELECT piece_key, document_id, number, sealed FROM application_document_piece ORDER BY number',
    );
    expect(rows.length).toBe(3);
    for (const { sealed } of rows) {
      expect(sealed.includes(Buffer.from(SECRET))).toBe(false);
      expect(sealed.includes(Buffer.from('%PDF-'))).toBe(false);
    }
    const vault = documentVault(backend.secrets.vaultKey);
    const [first, second] = rows;
    expect(vault.open(first.piece_key, first.sealed).includes(Buffer.from('%PDF-'))).toBe(true);
    expect(() => vault.open(first.piece_key, second.sealed)).toThrow();
    expect(() => vault.open(pieceKey(randomUUID(), first.document_id, 0), first.sealed)).toThrow();
    const strange = documentVault('another key of at least thirty-two characters');
    expect(() => strange.open(first.piece_key, first.sealed)).toThrow();
  });

  it('a document is never changed nor taken away', async () => {
    await send(pdf);
    for (const change of [
      "UPDATE application_document SET kind = 'identity'",
      'DELETE FROM application_document_piece',
      'DELETE FROM application_document',
      'UPDATE application_document_piece SET number = 7',
    ]) {
      await expect(backend.pool.query(change)).rejects.toThrow();
    }
    expect(await kept()).toEqual({ documents: 1, pieces: 1 });
  });
});
