import type { i18n } from 'i18next';
import { z } from 'zod';
import { lifeOf } from '../../billing/life-of.ts';
import { nameMethod } from '../../billing/name-method.ts';
import type { Instant } from '../../calendar/dates.ts';
import { PaymentLife } from '../../contract/payment-life.ts';
import type { Cents } from '../../money/cents.ts';
import { showMoney } from '../../money/show-money.ts';
import { regions } from '../../organization/regions.ts';
import { AttemptKey } from '../../payments/attempt-key.ts';
import { sayCode } from '../../words/say-code.ts';
import { exportLines } from '../export-list.ts';

interface LifeLine {
  readonly timeZone: string;
  readonly part: 'timeline' | 'ledger' | 'looks';
  readonly at: Instant;
  readonly what: string;
  readonly why: string;
  readonly account?: string;
  readonly debitCents?: Cents;
  readonly creditCents?: Cents;
}

function timeline(life: PaymentLife, words: i18n): Omit<LifeLine, 'timeZone'>[] {
  const t = words.getFixedT<['paymentPage', 'afterPayment']>('en', ['paymentPage', 'afterPayment']);
  const { payment } = life;
  const taken = {
    part: 'timeline' as const,
    at: payment.takenAt,
    what: `${showMoney(payment.amountCents)}, ${nameMethod(words, payment.method)}`,
    why: [payment.guarantorName, payment.guarantorId, payment.takenByName, payment.confirmation]
      .filter(Boolean)
      .join(' · '),
  };
  const events = lifeOf(t, words.getFixedT('en', 'afterPayment'), life);
  return [
    taken,
    ...events.map(({ at, what, why }) => ({
      part: 'timeline' as const,
      at,
      what,
      why: why.join(' · '),
    })),
  ];
}

const ledger = (life: PaymentLife): Omit<LifeLine, 'timeZone'>[] =>
  life.ledger.flatMap(({ event, enteredAt, lines }) =>
    lines.map(({ ledgerAccount, accountNumber, description, debitCents, creditCents }) => ({
      part: 'ledger' as const,
      at: enteredAt,
      what: sayCode('ledgerEvents', event),
      why: [accountNumber, description].filter(Boolean).join(' · '),
      account: sayCode('ledgerAccounts', ledgerAccount),
      debitCents,
      creditCents,
    })),
  );

const looks = (life: PaymentLife): Omit<LifeLine, 'timeZone'>[] =>
  life.looks.map(({ at, name, action, reason }) => ({
    part: 'looks' as const,
    at,
    what: sayCode('looks', action),
    why: [name, reason].filter(Boolean).join(' · '),
  }));

/** One payment's whole life: what happened, what stands in the books, who looked. */
export const paymentLife = exportLines({
  sameAs: 'paymentLife',
  filters: z.strictObject({ key: AttemptKey }),
  row: PaymentLife,
  lines: (life, words) => {
    const { timeZone } = regions[life.payment.region];
    const all = [...timeline(life, words), ...ledger(life), ...looks(life)];
    return all.map(line => ({ ...line, timeZone }));
  },
  said: ({ key }) => [key],
  zoneOf: ({ timeZone }) => timeZone,
  columns: [
    {
      title: 'part',
      kind: 'text',
      width: 9,
      cell: ({ part }, words) => words.t(`exports:parts.${part}`),
    },
    { title: 'at', kind: 'instant', width: 20, cell: ({ at }) => at },
    { title: 'what', kind: 'text', width: 26, cell: ({ what }) => what },
    { title: 'why', kind: 'text', width: 34, cell: ({ why }) => why },
    { title: 'ledgerAccount', kind: 'text', width: 18, cell: ({ account }) => account ?? null },
    { title: 'debit', kind: 'cents', width: 10, cell: ({ debitCents }) => debitCents ?? null },
    { title: 'credit', kind: 'cents', width: 10, cell: ({ creditCents }) => creditCents ?? null },
  ],
});
