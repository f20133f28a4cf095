import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { goodCard, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { keeping, keepOneOfEach } from '#tests/support/kept-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
  await desk.value('balance.read', null);
});
afterEach(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});

const unsentCount = async () => (await desk.value('desk.state', null)).unsent.count;
const kept = async () => (await desk.value('call.current', null))?.kept ?? [];
const atBackend = async (table: string, id: string) =>
  (await backend.pool.query(`SELECT ${id} AS id FROM ${table}`)).rows.map(row => row.id);

describe('what a call leaves with the guarantor', () => {
  test('gets to the backend, and the next call sees it with the balance', async () => {
    const { note, promise, referral, wire } = await keepOneOfEach(desk);
    await expect.poll(unsentCount).toBe(0);
    expect((await kept()).map(each => each.sentAt !== null)).toEqual([true, true, true, true]);
    const { balance } = await desk.value('balance.read', null);
    expect(balance.noted).toMatchObject({
      promise,
      notes: [note],
      referrals: [referral],
      wires: [wire],
    });
    expect(wire.reference.startsWith(balance.guarantor.billPayNumber)).toBe(true);
  });

  test('is kept exactly alike while the line is cut, and goes out in order once it is mended', async () => {
    line.cut();
    const { note, promise, referral, wire } = await keepOneOfEach(desk);
    expect(await unsentCount()).toBe(4);
    await desk.value('call.wrapUp', { disposition: 'will_pay_later', notes: '', followUps: [] });
    const { items } = await desk.value('outbox.list', null);
    expect(items.map(each => each.kind)).toEqual([
      'account_note',
      'promise',
      'referral',
      'expected_wire',
      'call_record',
    ]);
    expect(new Set(items.map(each => each.callReference)).size).toBe(1);
    expect(items.every(each => each.mayRetry && each.setAsideAt === null)).toBe(true);
    expect(items.map(each => each.waitsItsTurn)).toEqual([false, true, true, true, true]);

    line.mend();
    await expect.poll(unsentCount).toBe(0);
    expect((await desk.value('outbox.list', null)).items).toEqual([]);
    expect(await atBackend('account_note', 'note_id')).toEqual([note.noteId]);
    expect(await atBackend('promise_to_pay', 'promise_id')).toEqual([promise.promiseId]);
    expect(await atBackend('referral', 'referral_id')).toEqual([referral.referralId]);
    expect(await atBackend('expected_wire', 'wire_id')).toEqual([wire.wireId]);
  });

  test('stands in the log and in the summary, which writes itself', async () => {
    await keepOneOfEach(desk);
    const { summary } = await desk.value('call.summary', null);
    expect(summary).toMatch(/Promised \$312\.40 for \w+ \d+/);
    expect(summary).toMatch(/Referred to a counselor for Medical Financial Assistance\./);
    expect(summary).toMatch(/A wire of \$312\.40 is expected on .* no money has moved\./);
    expect(summary).toMatch(/A note was left with the account\./);
    const events = (await desk.value('call.current', null))?.events.map(each => each.kind);
    expect(events?.slice(-4)).toEqual(['noted', 'promised', 'referred', 'wire_expected']);
  });
});

describe('is refused, and nothing of it is written', () => {
  async function refusedAs(name: Parameters<TestDesk['ask']>[0], input: never) {
    const before = whatIsWritten(desk);
    const reply = await desk.ask(name, input);
    expect(whatIsWritten(desk)).toEqual(before);
    return reply;
  }

  test('a card number in a note, in a promise, in what a counselor is told', async () => {
    const text = `his card ${goodCard.number}`;
    expectRefused(await refusedAs('notes.add', { text } as never), 'card_in_notes', 'text');
    const promise = { ...keeping.promise(), note: text };
    expectRefused(await refusedAs('promises.make', promise as never), 'card_in_notes', 'note');
    const referral = keeping.referral(text);
    expectRefused(await refusedAs('referrals.make', referral as never), 'card_in_notes', 'context');
  });

  test('a promise of more than is open, for today, or for a day too far off', async () => {
    const on = (days: number) =>
      addDays(dateIn('America/Los_Angeles', instantOf(Date.now())), days);
    const more = keeping.promise(128_461);
    const field = 'amountCents';
    expectRefused(await refusedAs('promises.make', more as never), 'amount_over_balance', field);
    for (const days of [0, 31]) {
      const promise = { ...keeping.promise(), promisedOn: on(days) };
      expectRefused(await refusedAs('promises.make', promise as never), 'bad_input', 'promisedOn');
    }
  });

  test('anything but a note for a guest payer, and everything before the caller is verified', async () => {
    await desk.value('verification.begin', { callerRole: 'guest_payer' });
    for (const [name, input] of [
      ['promises.make', keeping.promise()],
      ['referrals.make', keeping.referral()],
      ['wires.expect', keeping.wire()],
    ] as const) {
      expectRefused(await refusedAs(name, input as never), 'not_verified');
    }
    expect(await desk.ask('notes.add', keeping.note())).toMatchObject({ ok: true });
    await expect.poll(unsentCount).toBe(0);
    await desk.value('patients.choose', { mrn: personas.earl.mrn });
    expectRefused(await refusedAs('notes.add', keeping.note() as never), 'not_verified');
  });

  test('a wire before the bill-pay number is known', async () => {
    await desk.value('patients.choose', { mrn: personas.earl.mrn });
    await desk.value('verification.begin', { callerRole: 'patient' });
    const { birthDate, phone } = personas.earl;
    await desk.value('verification.answer', { factor: 'birth_date', said: birthDate });
    await desk.value('verification.answer', { factor: 'phone', said: phone });
    const before = await desk.ask('wires.expect', keeping.wire(500));
    expectRefused(before, 'balance_not_read');
  });
});
