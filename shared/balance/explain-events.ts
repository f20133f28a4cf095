import type { Balance } from '../billing/balance.ts';
import { dateIn } from '../calendar/dates.ts';
import { sumCents } from '../money/cents.ts';
import type { PaymentState } from '../payments/states.ts';
import type { BillSentence } from './bill-sentence.ts';

const received: readonly PaymentState[] = [
  'approved',
  'originated',
  'posted',
  'settled',
  'received',
];

/** The newest payment that took money, and on which day it was taken in the region's zone. */
export function receivedSentence({ payments, guarantor }: Balance): BillSentence[] {
  const newest = payments
    .filter(payment => received.includes(payment.state))
    .sort((left, right) => Date.parse(right.takenAt) - Date.parse(left.takenAt))[0];
  if (!newest) return [];
  const date = dateIn(guarantor.timeZone, newest.takenAt);
  return [{ key: 'received', values: { amount: { money: newest.amountCents }, on: { date } } }];
}

/** What else is open and changes what the caller should do: dispute, application, plan. */
export function specialSentences({
  charges,
  disputes,
  applications,
  plan,
}: Balance): BillSentence[] {
  const disputedIds = new Set(disputes.map(dispute => dispute.chargeId));
  const disputed = sumCents(
    charges
      .filter(
        charge => charge.openCents > 0 && (charge.disputed || disputedIds.has(charge.chargeId)),
      )
      .map(charge => charge.openCents),
  );
  const [application] = applications;
  return [
    ...(disputed > 0 ? [{ key: 'dispute', values: { amount: { money: disputed } } } as const] : []),
    ...(application
      ? [{ key: 'application', values: { on: { date: application.openedOn } } } as const]
      : []),
    ...(plan
      ? [
          {
            key: 'plan',
            values: {
              remaining: { money: plan.remainingCents },
              instalment: { money: plan.instalmentCents },
              on: { date: plan.nextDueOn },
            },
          } as const,
        ]
      : []),
  ];
}
