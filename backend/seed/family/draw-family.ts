import { drawVisits } from '../billing/medical.ts';
import { drawPayer } from '../billing/payer.ts';
import { runPremiums } from '../billing/premiums.ts';
import { runStatementCycle } from '../billing/statement-cycle.ts';
import type { SeedCalendar } from '../calendar.ts';
import { openStream, type Stream } from '../draws/stream.ts';
import { type Identifiers, MEMBERS_AT_MOST } from '../identifiers.ts';
import { emailOf } from '../people/address-draws.ts';
import { speaksSpanish } from '../people/name-draws.ts';
import { type Book, closeBook, openAccount, openBook } from './book.ts';
import { drawCircumstances, writeCircumstances, writeRepresentatives } from './circumstances.ts';
import type { Family, SeededGuarantor, SeededPatient } from './family.ts';
import { drawHousehold, type Household, type Member } from './household.ts';

/** What all families of one seed have in common. */
export interface SeedGround {
  readonly seed: string;
  readonly calendar: SeedCalendar;
  readonly identifiers: Identifiers;
}

/**
 * The family at that position. It depends on seed, as-of date and position alone, so a larger seed
 * begins with all families of a smaller one. `room` cuts the last family to the patients still wanted.
 */
export function drawFamily(ground: SeedGround, index: number, room: number): Family {
  const stream = openStream(`${ground.seed}/family/${index}`);
  const household = drawHousehold(stream, ground.calendar);
  const members = household.members.slice(0, room);
  const patients = members.map((member, at) => drawPatient(ground, stream, index, at, member));
  const guarantor = drawGuarantor(ground, stream, index, household);
  const book = openBook({ stream, calendar: ground.calendar, index }, guarantor, patients);
  writeBills(ground, book);
  writeRepresentatives(book, household.origin);
  return closeBook(book);
}

function drawGuarantor(
  { seed, calendar, identifiers }: SeedGround,
  stream: Stream,
  index: number,
  { payer, region, origin }: Household,
): SeededGuarantor {
  const email = stream.chance(720) ? emailOf(stream, payer.givenName, payer.familyName) : null;
  // A stream of its own, so that the bills of a seed do not hang on it.
  const agreed = openStream(`${seed}/email-agreed/${index}`);
  return {
    ...payer,
    guarantorId: identifiers.guarantorId(index),
    billPayNumber: identifiers.billPayNumber(index),
    email,
    emailAgreedOn: email && agreed.chance(600) ? calendar.daysAgo(agreed.int(30, 900)) : null,
    region,
    language: speaksSpanish(stream, origin) ? 'es' : 'en',
  };
}

function drawPatient(
  { calendar, identifiers }: SeedGround,
  stream: Stream,
  index: number,
  at: number,
  member: Member,
): SeededPatient {
  const mayHaveDied = member.relationship !== 'self' && member.ageYears > 50;
  const died = mayHaveDied && stream.chance(90);
  const wrongAnswers = stream.pickWeighted([
    [980, 0],
    [12, 1],
    [5, 2],
    [3, 3],
  ] as const);
  const locked = wrongAnswers === 3;
  return {
    ...member,
    mrn: identifiers.mrn(index, at),
    deceasedOn: died ? calendar.daysAgo(stream.int(10, 240)) : null,
    verificationFailures: wrongAnswers,
    lockedAt: locked
      ? calendar.at('America/Los_Angeles', stream.int(1, 6), stream.int(480, 1000))
      : null,
  };
}

const PREMIUM_SLOT = MEMBERS_AT_MOST;

function writeBills({ calendar, identifiers }: SeedGround, book: Book): void {
  const { stream } = book;
  const circumstances = drawCircumstances(book);
  const { disputes, applies, hasPlan } = circumstances;
  const cycle = { payer: drawPayer(stream), lateFees: !(disputes || applies || hasPlan) };
  const ready = book.patients.flatMap(({ mrn, deceasedOn }, at) => {
    const accountNumber = identifiers.accountNumber(book.index, at);
    const account = openAccount(book, { mrn, ledger: 'medical', accountNumber });
    return drawVisits(book, account, deceasedOn ? calendar.daysSince(deceasedOn) : 1);
  });
  runStatementCycle(book, ready, cycle);
  const holder = book.patients.find(patient => !patient.deceasedOn);
  if (holder && stream.chance(340)) {
    const accountNumber = identifiers.accountNumber(book.index, PREMIUM_SLOT);
    const { mrn } = holder;
    runPremiums(book, openAccount(book, { mrn, ledger: 'premium', accountNumber }), cycle);
  }
  writeCircumstances(book, circumstances);
}
