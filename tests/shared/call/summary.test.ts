import { describe, expect, it, test } from 'vitest';
import { summarise } from '#shared/balance/summarise.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import { summariseCall } from '#shared/call/summary.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { PaymentState } from '#shared/payments/states.ts';
import { createWords } from '#shared/words/words.ts';
import { marisol, today } from '../balance/marisol.ts';

const words = createWords('es');
const endedAt = '2026-11-21T18:09:10.000Z' as Instant;

const attempt = {
  key: '01998a5f-0000-7000-8000-000000000002',
  callId: '6f9b1a52-8a0e-4d6c-9a3b-0d9a4a7d7c11',
  guarantorId: '300441207',
  state: 'approved',
  method: { kind: 'card', brand: 'visa', last4: '4242' },
  amountCents: 31_240,
  committedAt: '2026-11-21T18:04:12.000Z',
  stateAt: '2026-11-21T18:04:13.000Z',
  refusal: null,
  decline: null,
  confirmation: '7KD-4RX-A3P',
  postingOn: '2026-11-24',
} as Attempt;

const verification = {
  callerRole: 'patient',
  state: 'verified',
  matched: ['birth_date', 'phone'],
  refusal: null,
} as unknown as Verification;

const call = {
  callId: attempt.callId,
  reference: 'C-4XK7',
  startedAt: '2026-11-21T18:00:00.000Z',
  skips: [],
  options: { language: 'es', interpreter: true, tty: false },
  recording: 'on',
  patient: { mrn: '00124471', guarantorId: '300441207', name: "Marisol O'Neil-Đặng" },
  verification,
  card: null,
  said: ['recording_notice', 'card_permission'],
  attempts: [attempt],
  kept: [],
  events: [],
  notes: '',
} as unknown as OpenCall;

const record = (kind: string, facts: object) => ({ kind, record: facts }) as unknown as KeptOnCall;
const wire = {
  method: 'wire',
  amountCents: 50_000,
  expectedOn: '2026-11-25',
  reference: '8015550142K7XR4T',
};
const mailed = { ...wire, method: 'mail', amountCents: 2_500 };
const kept = [
  record('promise', { amountCents: 10_000, promisedOn: '2026-11-30', reason: 'other' }),
  record('account_note', { text: 'lost work' }),
  record('expected_wire', wire),
  record('promise', { amountCents: 31_240, promisedOn: '2026-12-01', reason: 'payday' }),
  record('referral', { programme: 'mfa', context: 'lost work' }),
  record('account_note', { text: 'lost work' }),
];

/** Without what is never drawn: masked numbers are joined so that no line breaks in them. */
const summaryOf = (change: Partial<OpenCall>, read = true) =>
  summariseCall(
    { ...call, ...change },
    read ? summarise(marisol, today) : null,
    endedAt,
    words,
  ).replaceAll('\u2060', '');

describe('the summary of a call writes itself', () => {
  it('of a payment', () => {
    expect(summaryOf({})).toMatchInlineSnapshot(
      `"Call C-4XK7 of 9 minutes, in Spanish, with an interpreter. The recording notice was read. Patient MRN …4471, guarantor …1207. The caller is the patient, verified by date of birth and phone number. The balance was read; at the last look $1,284.60 was open, $312.40 of it overdue, the oldest part for 47 days. $312.40 was charged to Visa ending 4242, confirmation 7KD-4RX-A3P, posts on November 24, 2026."`,
    );
  });

  it('of a call that came to nothing', () => {
    const nothing = { patient: null, verification: null, attempts: [], said: [] };
    expect(summaryOf(nothing, false)).toMatchInlineSnapshot(
      `"Call C-4XK7 of 9 minutes, in Spanish, with an interpreter. The recording notice was not acknowledged. No patient was chosen."`,
    );
  });

  it('of a declined card and an unknown outcome', () => {
    const attempts = [
      {
        ...attempt,
        state: 'declined',
        decline: 'insufficient_funds',
        confirmation: null,
        postingOn: null,
      },
      { ...attempt, state: 'unknown', confirmation: null, postingOn: null },
    ] as Attempt[];
    expect(summaryOf({ attempts })).toMatchInlineSnapshot(
      `"Call C-4XK7 of 9 minutes, in Spanish, with an interpreter. The recording notice was read. Patient MRN …4471, guarantor …1207. The caller is the patient, verified by date of birth and phone number. The balance was read; at the last look $1,284.60 was open, $312.40 of it overdue, the oldest part for 47 days. $312.40 on Visa ending 4242 was declined (insufficient funds); nothing was charged. $312.40 on Visa ending 4242: outcome unknown, the desk keeps asking; do not charge again."`,
    );
  });

  test.each([
    ['a guest payer', { callerRole: 'guest_payer' }, /heard nothing but the amount/],
    ['a caller who was not verified', { state: 'open' }, /was not verified/],
    ['a locked record', { state: 'locked' }, /three wrong answers/],
    [
      'a refused caller',
      { state: 'refused', refusal: 'patient_is_minor' },
      /the patient is a minor/,
    ],
  ])('of %s', (_, change, said) => {
    expect(summaryOf({ verification: { ...verification, ...change } as Verification })).toMatch(
      said,
    );
  });

  it('tells what was kept for later: the promise that stands, referrals, wires, how many notes', () => {
    expect(summaryOf({ attempts: [], kept })).toMatch(
      /Promised \$312\.40 for December 1 \(after payday\)\. A wire of \$500\.00 is expected on November 25 under a reference ending K7X R4T; no money has moved\. Referred to a counselor for Medical Financial Assistance\. 2 notes were left with the account\.$/,
    );
  });

  it('tells of money that is expected by another way, with no word of a reference', () => {
    const said = summaryOf({ attempts: [], kept: [record('expected_wire', mailed)] });
    expect(said).toMatch(/\$25\.00 is expected on November 25 \(mail\); no money has moved\.$/);
  });

  it('names nobody and holds no whole identifier', () => {
    expect(summaryOf({ kept })).not.toMatch(/Marisol|00124471|300441207|801|lost work/);
  });

  test.each([
    ['posted', /confirmation 7KD-4RX-A3P, posted on November 24, 2026\.$/],
    ['settled', /confirmation 7KD-4RX-A3P, posted on November 24, 2026 and settled\.$/],
  ] as const)('says of a %s payment what became of it', (state, said) => {
    expect(summaryOf({ attempts: [{ ...attempt, state }] })).toMatch(said);
  });

  test.each(PaymentState.options)('has a sentence for a payment that is %s', state => {
    const said = summaryOf({ attempts: [{ ...attempt, state }] });
    expect(said).toContain('$312.40');
    expect(said).not.toMatch(/\{\{|undefined/);
  });
});

test('what was asked for about payments and charges is told, an open answer too', () => {
  const event = (kind: string, about = '') => ({ at: endedAt, kind, about });
  const events = [
    event('refund_asked', 'a'),
    event('refund', 'requested'),
    event('refund_asked', 'b'),
    event('traced', 'a'),
    event('disputed', 'c'),
    event('disputed', 'd'),
    event('waiver_asked', 'e'),
    event('late_void_asked', 'f'),
    event('override_asked', 'g'),
    event('plan_exception_asked', 'h'),
    event('plan_exception_asked', 'i'),
    event('authorised', 'autopay'),
    event('authorisation_revoked', 'series'),
  ] as OpenCall['events'];
  const told = summariseCall({ ...call, attempts: [], events }, null, endedAt, words);
  expect(told).toContain(
    'A refund was asked for and waits for a supervisor. A refund was asked for; its answer is open, and the desk keeps asking. A trace of a payment was opened. 2 charges were disputed. The waiver of a late fee was asked for. A supervisor was asked to take a payment back after its cut-off; their decision follows. A supervisor was asked to allow another payment while the outcome of one is open; their decision follows. A supervisor was asked for 2 plans outside of the policy; their decisions follow. Payments to come were agreed to: autopay. Payments to come were revoked: a series.',
  );
});
