import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  ach = achOf(backend);
});
afterAll(async () => {
  await ach.end();
  await backend.stop();
});

const rows = async (sql: string) => (await backend.pool.query(sql)).rows;

/** Another server that is killed where it stands with the file in its hands. */
async function killedThere(where: string): Promise<ChildProcess> {
  const script = path.resolve(import.meta.dirname, '../../support/originating-child.ts');
  const { databaseUrl, secrets } = backend;
  const words = [script, databaseUrl, secrets.vaultKey, String(backend.now()), where];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout) await once(child.stdout, 'data');
  child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
  return child;
}

describe('a server that is killed between committing a file and hearing that the bank has it', () => {
  it.each([
    ['before the bank', '2026-11-24', 0],
    ['after the bank', '2026-11-25', 1],
  ])(
    '%s heard: the same file is handed over again, and each debit is sent once',
    async (where, on, known) => {
      backend.moveTo(`${on}T10:00-08:00`);
      const key = await debit(backend, personas.marisol, 10_000, '70031842975516', on);
      backend.moveTo(`${on}T17:05-08:00`);
      const before = (await rows('SELECT * FROM sandbox_bank.file')).length;
      const child = await killedThere(where);
      expect(child.signalCode).toBe('SIGKILL');
      expect(await rows('SELECT * FROM ach_file WHERE handed_over_at IS NULL')).toHaveLength(1);
      expect(await rows('SELECT * FROM sandbox_bank.file')).toHaveLength(before + known);
      expect(await stateOf(backend.pool, key)).toBe('originated');
      const [kept] = await rows('SELECT sealed FROM ach_file WHERE handed_over_at IS NULL');

      const texts: string[] = [];
      const bank: typeof ach.bank = {
        ...ach.bank,
        async handOver(id, text) {
          texts.push(text);
          await ach.bank.handOver(id, text);
        },
      };
      expect(await originateAch({ ...ach, bank })).toEqual({ files: 0, entries: 0, handedOver: 1 });
      expect(texts).toEqual([ach.seal.open(kept.sealed)]);
      expect(await rows('SELECT * FROM sandbox_bank.file')).toHaveLength(before + 1);
      const once = `SELECT * FROM sandbox_bank.entry WHERE trace =
      (SELECT trace FROM ach_entry WHERE payment_key = '${key}')`;
      expect(await rows(once)).toHaveLength(1);
      expect((await ledgerReport(backend.pool)).differences).toEqual([]);
    },
  );
});
