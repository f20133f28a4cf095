import { cents, sumCents } from '#shared/money/cents.ts';
import { drawFamilyName, drawName, fullName } from '../people/name-draws.ts';
import type { NameList } from '../people/names/name-list.ts';
import { type Book, newId } from './book.ts';
import type { SeededCharge } from './family.ts';

/** What holds a bill up, drawn before the bill is written because it keeps late fees away. */
export interface Circumstances {
  readonly disputes: boolean;
  readonly applies: boolean;
  readonly hasPlan: boolean;
}

export function drawCircumstances(book: Book): Circumstances {
  return {
    disputes: book.stream.chance(20),
    applies: book.stream.chance(30),
    hasPlan: book.stream.chance(22),
  };
}

const SMALLEST_PLAN_CENTS = 20_000;

function owed(book: Book): SeededCharge[] {
  return book.charges.filter(
    charge => charge.statement && charge.openCents > 0 && charge.account.ledger === 'medical',
  );
}

/** Opens what was drawn, where there is a bill for it. Assistance is not for premiums, nor are plans. */
export function writeCircumstances(book: Book, drawn: Circumstances): void {
  const charges = owed(book);
  const [oldest] = charges;
  if (!oldest) return;
  if (drawn.disputes) {
    const charge = book.stream.pick(charges);
    const issuedOn = charge.statement?.issuedOn ?? book.calendar.asOf;
    const statedDaysAgo = book.calendar.daysSince(issuedOn);
    openDispute(book, charge, Math.min(book.stream.int(1, 24), statedDaysAgo));
  }
  if (drawn.applies) openApplication(book);
  if (drawn.hasPlan && sumCents(charges.map(charge => charge.openCents)) >= SMALLEST_PLAN_CENTS) {
    openPlan(book, charges, {
      months: book.stream.pick([6, 12]),
      nextDueInDays: book.stream.int(3, 30),
    });
  }
}

export function openDispute(book: Book, charge: SeededCharge, daysAgo: number): void {
  book.disputes.push({
    disputeId: newId(book),
    chargeId: charge.chargeId,
    openedOn: book.calendar.daysAgo(daysAgo),
    closedOn: null,
  });
}

const programmes = [
  [70, 'mfa'],
  [10, 'chc'],
  [12, 'pharmacy'],
  [8, 'community'],
] as const;

function openApplication(book: Book): void {
  const daysAgo = book.stream.int(4, 60);
  const decided = book.stream.chance(250);
  book.applications.push({
    applicationId: newId(book),
    programme: book.stream.pickWeighted(programmes),
    openedOn: book.calendar.daysAgo(daysAgo),
    closedOn: decided ? book.calendar.daysAgo(book.stream.int(1, daysAgo)) : null,
  });
}

/** A plan over everything due, without interest, whose first instalment is still to come. */
export function openPlan(
  book: Book,
  charges: readonly SeededCharge[],
  { months, nextDueInDays }: { months: number; nextDueInDays: number },
): void {
  const remainingCents = sumCents(charges.map(charge => charge.openCents));
  book.plans.push({
    planId: newId(book),
    months,
    instalmentCents: cents(Math.ceil(remainingCents / months)),
    remainingCents,
    nextDueOn: book.calendar.daysAgo(-nextDueInDays),
  });
}

/** Third parties with an authorisation on record; some of them have run out. */
export function writeRepresentatives(book: Book, origin: NameList): void {
  for (const { mrn } of book.patients) {
    if (!book.stream.chance(32)) continue;
    const standing = book.stream.pick(['valid', 'valid', 'until revoked', 'expired']);
    const days = book.stream.int(5, 700);
    book.representatives.push({
      mrn,
      name: fullName(drawName(book.stream, origin, drawFamilyName(book.stream, origin))),
      validUntil:
        standing === 'until revoked'
          ? null
          : book.calendar.daysAgo(standing === 'expired' ? days : -days),
    });
  }
}
