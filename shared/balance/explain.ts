import type { Balance } from '../billing/balance.ts';
import type { Charge, ChargeKind } from '../billing/charge.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import type { BillSentence, SentenceKey } from './bill-sentence.ts';
import { receivedSentence, specialSentences } from './explain-events.ts';
import { isOverdue } from './overdue.ts';
import { reasonsOf } from './reasons.ts';
import { chargesOf } from './summarise.ts';

/** Nobody listens to more; what is said least urgently goes first. */
const MOST_SENTENCES = 7;
const leftOutFirst: readonly SentenceKey[] = [
  'received',
  'insurancePaid',
  'insurancePaidAndReduced',
  'dueNext',
];

/** Kinds that say why something is owed rather than what was done. */
const shareKinds: readonly ChargeKind[] = ['copay', 'coinsurance', 'deductible'];

const total = (
  charges: readonly Charge[],
  of: 'openCents' | 'insurancePaidCents' | 'adjustedCents',
) => sumCents(charges.map(charge => charge[of]));

const earliest = (dates: readonly CalendarDate[]) => [...dates].sort()[0];
const latest = (dates: readonly CalendarDate[]) => [...dates].sort().at(-1);

function visitsSentence(care: readonly Charge[]): BillSentence[] {
  const visits = care.filter(charge => charge.kind !== 'late_fee' && charge.kind !== 'adjustment');
  const days = visits.map(charge => charge.servicedOn);
  const [from, to] = [earliest(days), latest(days)];
  if (!from || !to) return [];
  const count = new Set(visits.map(each => `${each.accountId} ${each.servicedOn}`)).size;
  const services = visits.filter(charge => !shareKinds.includes(charge.kind));
  const named = services.length > 0 ? services : visits;
  const kinds = [...new Set(named.map(charge => charge.kind))];
  return from === to
    ? [{ key: 'visitsOneDay', values: { count, from: { date: from }, kinds: { kinds } } }]
    : [
        {
          key: 'visits',
          values: { count, from: { date: from }, to: { date: to }, kinds: { kinds } },
        },
      ];
}

function insuranceSentences(care: readonly Charge[]): BillSentence[] {
  const paidBy = care.filter(charge => charge.insurance === 'paid');
  const paid = total(paidBy, 'insurancePaidCents');
  const reduced = total(paidBy, 'adjustedCents');
  if (paid <= 0) return [];
  return reduced > 0
    ? [
        {
          key: 'insurancePaidAndReduced',
          values: { paid: { money: paid }, reduced: { money: reduced } },
        },
      ]
    : [{ key: 'insurancePaid', values: { paid: { money: paid } } }];
}

function leftSentences(care: readonly Charge[]): BillSentence[] {
  const reasons = reasonsOf(care);
  const pending = total(
    care.filter(charge => charge.insurance === 'pending'),
    'openCents',
  );
  return [
    ...(reasons.length > 0 ? [{ key: 'left', values: { reasons: { reasons } } } as const] : []),
    ...(pending > 0 ? [{ key: 'pending', values: { amount: { money: pending } } } as const] : []),
  ];
}

function dueSentences(open: readonly Charge[], today: CalendarDate): BillSentence[] {
  const overdue = open.filter(charge => isOverdue(charge, today));
  const coming = open.filter(charge => charge.dueOn !== null && charge.dueOn >= today);
  const dates = (charges: readonly Charge[]) => charges.flatMap(charge => charge.dueOn ?? []);
  const since = earliest(dates(overdue));
  const next = earliest(dates(coming));
  const nextCents: Cents = total(
    coming.filter(charge => charge.dueOn === next),
    'openCents',
  );
  return [
    ...(since
      ? [
          {
            key: 'overdue',
            values: { amount: { money: total(overdue, 'openCents') }, since: { date: since } },
          } as const,
        ]
      : []),
    ...(next
      ? [{ key: 'dueNext', values: { amount: { money: nextCents }, on: { date: next } } } as const]
      : []),
  ];
}

function premiumSentence(premium: readonly Charge[]): BillSentence[] {
  const amount = total(premium, 'openCents');
  return amount > 0 ? [{ key: 'premium', values: { amount: { money: amount } } }] : [];
}

/**
 * Why the balance is what it is, as sentences to be read out in order: what for, what the insurance paid,
 * what is left and why, since when it is due, what was received, what is open besides. Speaks only of
 * open charges; `today` is the date in the region's zone. `readOut` turns each into words.
 */
export function explainBill(balance: Balance, today: CalendarDate): BillSentence[] {
  const isOpen = (charge: Charge) => charge.openCents > 0;
  const open = balance.charges.filter(isOpen);
  const care = chargesOf(balance, 'medical').filter(isOpen);
  const owed = total(balance.charges, 'openCents');
  const sentences: BillSentence[] = [
    owed > 0
      ? { key: 'total', values: { amount: { money: owed } } }
      : { key: 'nothingOpen', values: {} },
    ...visitsSentence(care),
    ...insuranceSentences(care),
    ...leftSentences(care),
    ...premiumSentence(chargesOf(balance, 'premium').filter(isOpen)),
    ...dueSentences(open, today),
    ...receivedSentence(balance),
    ...specialSentences(balance),
  ];
  for (const key of leftOutFirst) {
    if (sentences.length <= MOST_SENTENCES) break;
    const at = sentences.findIndex(sentence => sentence.key === key);
    if (at >= 0) sentences.splice(at, 1);
  }
  return sentences;
}
