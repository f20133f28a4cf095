import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cents } from '#shared/money/cents.ts';
import { counselCase } from '#tests/support/counsel-case.ts';
import { referralOfToday, saidHousehold } from '#tests/support/said-household.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;
let colleague: TestDesk;
let caseId: string;
beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  colleague = startTestDesk(backend.url);
  caseId = await counselCase(desk);
  await colleague.value('session.signIn', { userId: 'm.delgado', password: 'sandbox-only' });
});
afterAll(async () => {
  await desk.stop();
  await colleague.stop();
  await backend.stop();
});

const save = (from: TestDesk, household = saidHousehold) =>
  from.ask('screening.save', { caseId, screeningId: randomUUID(), household });

test('the counselor whose case it is screens it; a colleague reads it and is refused to', async () => {
  expect(await save(desk)).toMatchObject({ ok: true, value: { by: 'Chidi Okafor' } });
  expect(await save(colleague)).toMatchObject({ ok: false, reason: 'case_taken' });
  const { screenings } = await colleague.value('screening.read', { caseId });
  expect(screenings.map(each => each.household.people)).toEqual([3]);
});

test('what sounds like another period is asked back in one sentence, and kept once it is confirmed', async () => {
  const incomes = [{ source: 'wages', amountCents: cents(4_800_000), period: 'monthly' }] as const;
  const said = { ...saidHousehold.said, incomes: [...incomes] };
  expect(await save(desk, { ...saidHousehold, said })).toMatchObject({
    ok: false,
    reason: 'income_to_confirm',
    field: 'said.incomes.0',
    message: expect.stringMatching(/^An income sounds like .+ confirm it, or correct it\.$/),
  });
  expect(await save(desk, { said, confirmed: { rows: [0], none: false } })).toMatchObject({
    ok: true,
  });
});

test('the case shows that it was screened, and to whom it was referred', async () => {
  const programmeReferralId = randomUUID();
  const referral = referralOfToday(backend.now());
  await desk.value('programmes.refer', { caseId, programmeReferralId, referral });
  const found = await desk.value('cases.read', { caseId });
  expect(found.items).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'programme', note: referral.organization }),
    ]),
  );
  const kinds = found.events.map(event => event.kind);
  expect(kinds).toEqual(expect.arrayContaining(['screened', 'programme_referred', 'to_do']));
  const end = { outcome: 'enrolled', happenedOn: referral.referredOn, note: '' } as const;
  await desk.value('programmes.close', { caseId, programmeReferralId, end });
  const { items } = await desk.value('cases.read', { caseId });
  expect(items.filter(item => item.about === programmeReferralId)).toEqual([]);
});

test('a note with a card number does not leave the desk', async () => {
  const referral = { ...referralOfToday(backend.now()), note: '4242 4242 4242 4242' };
  const refused = await desk.ask('programmes.refer', {
    ...{ caseId, programmeReferralId: randomUUID(), referral },
  });
  expect(refused).toMatchObject({ ok: false, reason: 'card_in_notes' });
});

test('without the backend nothing of a case is shown, and the desk says so in a sentence', async () => {
  await backend.stopServer();
  for (const asked of [
    desk.ask('screening.read', { caseId }),
    save(desk),
    desk.ask('programmes.list', { caseId }),
  ]) {
    expect(await asked).toMatchObject({ ok: false, reason: 'unreachable' });
  }
});
