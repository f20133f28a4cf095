import fc from 'fast-check';
import { checkDigitOf } from '#shared/ach/codes/routing-number.ts';
import type { AchBatch, AchPayment, AchPlan } from '#shared/ach/write/ach-plan.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';

const routingNumber = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.nat(999_999))
  .map(([prefix, rest]) => `${prefix}`.padStart(2, '0') + `${rest}`.padStart(6, '0'))
  .map(eight => `${eight}${checkDigitOf(eight)}`);

/** Text of some of the given characters; drawn far quicker than by a pattern. */
const textOf = (characters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });

const digits = '0123456789';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const calendarDate = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10) as CalendarDate);

const payment = (secCode: 'TEL' | 'PPD'): fc.Arbitrary<AchPayment> =>
  fc
    .record({
      reference: textOf(digits, 6, 6),
      direction: secCode === 'TEL' ? fc.constant('debit') : fc.constantFrom('debit', 'credit'),
      account: fc.constantFrom('checking', 'savings'),
      routingNumber,
      accountNumber: textOf(`${capitals}${capitals.toLowerCase()}${digits}-`, 1, 17),
      amountCents: fc.integer({ min: 1, max: 9_999_999_999 }).map(cents),
      isPrenote: fc.boolean(),
      frequency: fc.constantFrom('single', 'recurring'),
      identification: textOf(capitals + digits, 1, 15),
      receiverName: fc.constantFrom(
        'Marisol O’Neil-Đặng',
        'Søren Åberg',
        'A. Pike',
        'X'.repeat(60),
      ),
      paymentInformation: secCode === 'TEL' ? fc.constant('') : fc.constantFrom('', 'BILL 88-1'),
    })
    .map(({ ...each }) => (each.isPrenote ? { ...each, amountCents: cents(0) } : each));

const batch: fc.Arbitrary<AchBatch> = fc
  .constantFrom('TEL' as const, 'PPD' as const)
  .chain(secCode =>
    fc.record({
      secCode: fc.constant(secCode),
      companyName: fc.constant('Sierra Meadows Health'),
      companyId: textOf(digits, 10, 10),
      entryDescription: fc.constantFrom('MED BILL', 'REFUND'),
      odfiRouting: fc.constant('121000248'),
      effectiveOn: calendarDate,
      payments: fc.array(payment(secCode), { minLength: 1, maxLength: 6 }),
    }),
  );

/** Any plan a backend may make: several companies and days, one-time and recurring, debits and refunds. */
export const anyPlan: fc.Arbitrary<AchPlan> = fc.record({
  destinationRouting: fc.constant('121000248'),
  destinationName: fc.constant('Golden Valley Bank'),
  originId: fc.constantFrom('1941234567', '121042882'),
  originName: fc.constant('Sierra Meadows Health'),
  createdOn: calendarDate,
  createdAt: fc.constantFrom('00:00', '17:05', '23:59'),
  fileIdModifier: fc.constantFrom(...capitals, ...digits),
  firstSequence: fc.integer({ min: 1, max: 9_000_000 }),
  batches: fc.array(batch, { minLength: 1, maxLength: 4 }),
});

/** What stands in `files/tel.ach`, as a plan. */
export const telPlan: AchPlan = {
  destinationRouting: '121000248',
  destinationName: 'GOLDEN VALLEY BANK',
  originId: '1941234567',
  originName: 'SIERRA MEADOWS HEALTH',
  createdOn: '2026-11-20' as CalendarDate,
  createdAt: '17:05',
  fileIdModifier: 'A',
  firstSequence: 101,
  batches: [
    {
      secCode: 'TEL',
      companyName: 'SIERRA MEADOWS',
      companyId: '1941234567',
      entryDescription: 'MED BILL',
      odfiRouting: '121000248',
      effectiveOn: '2026-11-23' as CalendarDate,
      payments: [
        debit('004455667788', 31240, '121042882', '88201447', 'MARISOL ONEIL-ĐẶNG'),
        {
          ...debit('99887766', 5000, '021000021', '88201448', 'GERALD PIKE'),
          account: 'savings',
          frequency: 'recurring',
        },
        {
          ...debit('1234-5678', 0, '322271627', '88201449', 'NAOMI OSEI'),
          isPrenote: true,
          frequency: 'recurring',
        },
      ],
    },
  ],
};

function debit(
  accountNumber: string,
  amount: number,
  routing: string,
  identification: string,
  receiverName: string,
): AchPayment {
  return {
    reference: identification,
    direction: 'debit',
    account: 'checking',
    routingNumber: routing,
    accountNumber,
    amountCents: cents(amount),
    isPrenote: false,
    frequency: 'single',
    identification,
    receiverName,
  };
}
