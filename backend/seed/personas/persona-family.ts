import type { LedgerKind } from '#shared/billing/account.ts';
import { regions } from '#shared/organization/regions.ts';
import type { SeedCalendar } from '../calendar.ts';
import { openStream } from '../draws/stream.ts';
import { type Book, closeBook, openAccount, openBook } from '../family/book.ts';
import type { Family, SeededAccount, SeededGuarantor, SeededPatient } from '../family/family.ts';
import type { Persona } from './persona.ts';

/** A hand-written household and how its bills came about. */
export interface PersonaFamily {
  readonly members: readonly [Persona, ...Persona[]];
  readonly email?: string;
  /** When the guarantor is not a patient. */
  readonly payer?: Pick<Persona, 'givenName' | 'familyName' | 'birthDate' | 'phone'>;
  readonly deceased?: { readonly persona: Persona; readonly daysAgo: number };
  readonly locked?: { readonly persona: Persona; readonly daysAgo: number };
  writeBills(book: Book): void;
}

const EMAIL_AGREED_DAYS_AGO = 400;

/** Writes a hand-written family as it stands on the calendar's as-of date; no seed comes into it. */
export function writePersonaFamily(
  family: PersonaFamily,
  calendar: SeedCalendar,
  index: number,
): Family {
  const [first] = family.members;
  const guarantor: SeededGuarantor = {
    ...first,
    ...family.payer,
    email: family.email ?? null,
    emailAgreedOn: family.email ? calendar.daysAgo(EMAIL_AGREED_DAYS_AGO) : null,
  };
  const patients = family.members.map(persona => patientOf(family, persona, calendar));
  const stream = openStream(`personas/${first.guarantorId}`);
  const book = openBook({ stream, calendar, index }, guarantor, patients);
  family.writeBills(book);
  return closeBook(book);
}

function patientOf(
  { deceased, locked }: PersonaFamily,
  persona: Persona,
  calendar: SeedCalendar,
): SeededPatient {
  const isLocked = locked?.persona === persona;
  const { timeZone } = regions[persona.region];
  return {
    ...persona,
    deceasedOn: deceased?.persona === persona ? calendar.daysAgo(deceased.daysAgo) : null,
    verificationFailures: isLocked ? 3 : 0,
    lockedAt: isLocked ? calendar.at(timeZone, locked.daysAgo, 10 * 60 + 42) : null,
  };
}

/** Opens the account that this person is known by. */
export function accountOf(
  book: Book,
  persona: Persona,
  ledger: LedgerKind = 'medical',
): SeededAccount {
  const accountNumber = ledger === 'medical' ? persona.medicalAccount : persona.premiumAccount;
  if (!accountNumber) throw new Error(`${persona.mrn} has no ${ledger} account.`);
  return openAccount(book, { mrn: persona.mrn, ledger, accountNumber });
}
