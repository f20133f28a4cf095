import { describe, expect, it } from 'vitest';
import { requiredElements } from '#shared/authorisations/agreement.ts';
import { sayElement } from '#shared/authorisations/say-element.ts';
import { signedCopyFault } from '#shared/authorisations/signed-copy.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { ChargedMethod } from '#shared/billing/payment-method.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { billingLine, organization } from '#shared/organization/profile.ts';
import { createWords } from '#shared/words/words.ts';

const on = (date: string) => CalendarDate.parse(date);
const today = on('2026-11-21');
const ledger = 'medical' as const;
const amountCents = cents(2_500);
const series = {
  kind: 'series',
  ledger,
  amountCents,
  firstOn: on('2026-11-30'),
  ends: { by: 'count', payments: 3 },
} as const;
const everyTerms: AuthorisationTerms[] = [
  { kind: 'once', ledger, amountCents, payOn: on('2026-11-30') },
  { ...series, frequency: 'weekly' },
  { ...series, frequency: 'biweekly' },
  { ...series, frequency: 'monthly' },
  { kind: 'autopay', ledger, capCents: amountCents },
  {
    kind: 'plan',
    ledger,
    planId: '0199f0aa-0000-7000-8000-000000000001',
    instalments: [
      { dueOn: on('2026-11-30'), amountCents },
      { dueOn: on('2026-12-30'), amountCents },
      { dueOn: on('2027-01-30'), amountCents: cents(2_493) },
    ],
  },
];
const account: ChargedMethod = {
  kind: 'ach',
  accountKind: 'checking',
  bankName: 'Aspen Ledger Bank',
  last4: '6789',
};
const card: ChargedMethod = { kind: 'card', brand: 'visa', last4: '4242' };
const words = createWords('en');

function readOut(language: 'en' | 'es', terms: AuthorisationTerms, method: ChargedMethod): string {
  const facts = { terms, method, name: 'Marisol Vega', today };
  return requiredElements(terms, method.kind)
    .map(element => sayElement(words, language, element, facts))
    .join(' ');
}

describe.each(everyTerms)('debits authorised by telephone, $kind', terms => {
  it.each([
    [
      'en',
      'at least three business days before',
      /recurring electronic debits|one electronic debit/,
    ],
    [
      'es',
      'al menos tres días hábiles antes',
      /débitos electrónicos recurrentes|un débito electrónico/,
    ],
  ] as const)('state every element of the rules (%s)', (language, stop, kind) => {
    const read = readOut(language, terms, account);
    for (const said of ['Marisol Vega', organization.name, '2026', '6789', 'Aspen Ledger Bank'])
      expect(read).toContain(said);
    for (const said of ['$25.00', billingLine(), stop]) expect(read).toContain(said);
    expect(read).toMatch(kind);
    if (terms.kind !== 'autopay') expect(read).toMatch(/November 30|30 de noviembre/);
    if (terms.kind !== 'once') expect(read).toMatch(/ten days before|diez días antes/);
    expect(read).not.toMatch(/\{\{|standing\./);
  });

  it.each(['en', 'es'] as const)(
    'say nothing of a card or its code, as a card nothing of debits (%s)',
    language => {
      expect(readOut(language, terms, account)).not.toMatch(/security code|código de seguridad/);
      expect(readOut(language, terms, card)).not.toMatch(/debit|débito/);
    },
  );
});

it('the instalments of a plan are read with the last of them, how many, and that they end with it', () => {
  const terms = everyTerms.at(-1) as AuthorisationTerms;
  expect(readOut('en', terms, account)).toMatch(/2 of \$25\.00, 1 of \$24\.93/);
  expect(readOut('es', terms, card)).toMatch(/2 de \$25\.00, 1 de \$24\.93/);
  expect(readOut('en', terms, card)).toMatch(/3 in all.*January 30.*end with it/);
});

it.each([
  ['2026-11-21', '2026-11-30', undefined],
  ['2026-11-20', '2026-11-30', 'signed_before_terms'],
  ['2026-11-25', '2026-11-24', 'received_before_signed'],
  ['2026-11-25', '2026-12-02', 'in_future'],
] as const)('a copy signed on %s and received on %s: %s', (signedOn, receivedOn, fault) => {
  const copy = { signedOn: on(signedOn), receivedOn: on(receivedOn) };
  expect(signedCopyFault(copy, on('2026-11-21'), on('2026-12-01'))).toBe(fault);
});
