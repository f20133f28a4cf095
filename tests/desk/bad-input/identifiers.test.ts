import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { FindBy } from '#shared/contract/patients.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const { marisol } = personas;

let backend: TestBackend;
let desk: TestDesk;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, { running: false });
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  await desk.value('call.start', { language: 'en', interpreter: false, tty: false });
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

const boxes = {
  mrn: { field: 'mrn', own: marisol.mrn },
  bill_pay_number: { field: 'billPayNumber', own: marisol.billPayNumber },
  guarantor_id: { field: 'guarantorId', own: marisol.guarantorId },
  account_number: { field: 'accountNumber', own: marisol.medicalAccount },
} as const;
const kinds = Object.keys(boxes) as (keyof typeof boxes)[];

const typed = (by: keyof typeof boxes, value: unknown) =>
  ({ by, [boxes[by].field]: value }) as unknown as FindBy;

async function lookUps(): Promise<number> {
  const { rows } = await backend.pool.query('SELECT count(*) n FROM access_event');
  return Number(rows[0].n);
}

describe('in the box for each of the four identifiers', () => {
  test.each(kinds)('its own kind finds the patient: %s', async by => {
    const { patients } = await desk.value('patients.find', typed(by, boxes[by].own));
    expect(patients.map(each => each.mrn)).toContain(marisol.mrn);
  });

  test.each(kinds)('a malformed number is refused and nobody is looked up: %s', async by => {
    const before = { rows: whatIsWritten(desk), lookUps: await lookUps() };
    const own = boxes[by].own;
    const wrong = [
      '',
      '   ',
      own.slice(1),
      `${own}7777`,
      own.replace('4', 'x'),
      `${own} `,
      '٤٤٧١',
      7,
    ];
    for (const value of [...wrong, null, { $ne: '' }]) {
      expectRefused(
        await desk.ask('patients.find', typed(by, value)),
        'bad_input',
        boxes[by].field,
      );
    }
    expect({ rows: whatIsWritten(desk), lookUps: await lookUps() }).toEqual(before);
  });

  test.each(kinds)('a number of another kind is refused: %s', async by => {
    for (const other of kinds.filter(kind => kind !== by)) {
      const reply = await desk.ask('patients.find', typed(by, boxes[other].own));
      expectRefused(reply, 'bad_input', boxes[by].field);
    }
  });
});

test.each<[string, FindBy]>([
  ['medical record number', { by: 'mrn', mrn: '00000000' as never }],
  ['bill-pay number', { by: 'bill_pay_number', billPayNumber: '0000000000' as never }],
  ['guarantor ID', { by: 'guarantor_id', guarantorId: '000000000' as never }],
  ['account number', { by: 'account_number', accountNumber: '00-000000' as never }],
  ['name', { by: 'name', name: 'Nobody Atall', birthDate: '1990-01-01' as never }],
])('an unknown %s finds nobody, in one clear sentence', async (_, find) => {
  expectRefused(await desk.ask('patients.find', find), 'patient_not_found');
});

test('a birth date that no calendar holds is refused at its field', async () => {
  const find = { by: 'name', name: 'Marisol', birthDate: '1962-02-30' } as unknown as FindBy;
  expectRefused(await desk.ask('patients.find', find), 'bad_input', 'birthDate');
});

test('an unknown patient cannot be chosen, and the call stays without one', async () => {
  const before = whatIsWritten(desk);
  expectRefused(
    await desk.ask('patients.choose', { mrn: '00000000' as never }),
    'patient_not_found',
  );
  expectRefused(
    await desk.ask('patients.choose', { mrn: marisol.guarantorId as never }),
    'bad_input',
    'mrn',
  );
  expect(whatIsWritten(desk)).toEqual(before);
  expect((await desk.value('call.current', null))?.patient).toBeNull();
});

test('without a patient nobody is verified, nothing is read and no card is taken', async () => {
  const before = whatIsWritten(desk);
  const bounds = { x: 0, y: 0, width: 1, height: 1 };
  for (const reply of [
    await desk.ask('verification.begin', { callerRole: 'patient' }),
    await desk.ask('balance.read', null),
    await desk.ask('capture.open', { bounds, scheme: 'light', method: 'card' }),
  ]) {
    expectRefused(reply, 'no_patient');
  }
  expectRefused(
    await desk.ask('verification.answer', { factor: 'phone', said: '1' }),
    'not_verified',
  );
  expect(whatIsWritten(desk)).toEqual(before);
});
