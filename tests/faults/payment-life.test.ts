import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyTemplate } from '#tests/support/test-backend.ts';
import { comeIn, hangUp, value } from '#tools/faults/at-the-desk.ts';
import { type Journals, openJournals } from '#tools/faults/journals.ts';
import { type Payer, payersOf } from '#tools/faults/people.ts';
import { reckon } from '#tools/faults/reckoning.ts';
import { openWorld, type World } from '#tools/faults/world.ts';
import { happenings } from './life/happenings.ts';
import { emptyModel, expectAgreement, type Model, type Real } from './life/model.ts';
import { submit } from './life/submit.ts';

/** A failed walk names its seed and its path; with both it is walked again. */
const { WALKS = '4', WALK_SEED, WALK_PATH } = process.env;

const folder = mkdtempSync(join(tmpdir(), 'remit-life-'));
let template: Awaited<ReturnType<typeof copyTemplate>>;
let world: World;
let journals: Journals;
let payers: Payer[];

beforeAll(async () => {
  template = await copyTemplate();
  const { databaseUrl } = template;
  world = await openWorld({ databaseUrl, folder, desks: 1, backends: 1, line: () => ({}) });
  journals = openJournals(world.desks);
  payers = await payersOf(world.pool, 30_000);
});
afterAll(async () => {
  journals.close();
  await world.close();
  await template.drop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Whatever a walk has left behind is put right; a new one is about another bill. */
async function begin(walk: number): Promise<{ model: Model; real: Real }> {
  const [desk] = world.desks;
  const payer = payers[walk % payers.length];
  if (!desk || !payer) throw new Error('There is nobody to walk with.');
  await comeIn(desk);
  await hangUp(desk);
  const real = { world, desk, journals, payer };
  return { model: emptyModel(real), real };
}

/** Everything works again, and everybody comes to the truth. */
async function end(model: Model, real: Real): Promise<void> {
  world.deskLines[0]?.mend();
  world.deskLines[0]?.next('pass');
  await Promise.all([...world.desks, ...world.backends].map(seat => seat.setClock(0)));
  await Promise.all([...world.deskLines, ...world.processorLines].map(line => line.settled()));
  await comeIn(real.desk);
  const open = async () => {
    await value(real.desk, 'payments.askNow', null);
    return journals.counts().open;
  };
  await expect.poll(open, { timeout: 40_000, interval: 200 }).toBe(0);
  await expectAgreement(model, real);
  expect(await reckon(world, journals.attempts())).toMatchObject({
    keys: [],
    doubleCharges: 0,
    ledgerDifferenceCents: 0,
  });
}

test('whatever happens to a payment, it goes only where it may, is charged at most once, and ends in the truth', async () => {
  let walks = 0;
  const walk = async (commands: Iterable<fc.AsyncCommand<Model, Real>>) => {
    const { model, real } = await begin(walks++);
    await fc.asyncModelRun(() => ({ model, real }), commands);
    await end(model, real);
  };
  const commands = fc.commands([submit, submit, ...happenings], { maxCommands: 12, size: 'max' });
  await fc.assert(fc.asyncProperty(commands, walk), {
    numRuns: Number(WALKS),
    endOnFailure: true,
    ...(WALK_SEED && { seed: Number(WALK_SEED) }),
    ...(WALK_PATH && { path: WALK_PATH }),
  });
}, 240_000);
