import type { LedgerKind } from '#shared/billing/account.ts';
import type { AccountNumber } from '#shared/identifiers/account-number.ts';
import type { Mrn } from '#shared/identifiers/mrn.ts';
import { noCents } from '#shared/money/cents.ts';
import { regions } from '#shared/organization/regions.ts';
import type { SeedCalendar } from '../calendar.ts';
import type { Stream } from '../draws/stream.ts';
import { drawUuid } from '../draws/uuid.ts';
import type { Family, SeededAccount, SeededGuarantor, SeededPatient } from './family.ts';

type Growing<Part> = {
  [Key in keyof Part]: Part[Key] extends readonly (infer Row)[] ? Row[] : Part[Key];
};

/** A family while its history is being written, oldest first. */
export interface Book extends Growing<Family> {
  readonly stream: Stream;
  readonly calendar: SeedCalendar;
  readonly timeZone: string;
  /** The family's position among all families. */
  readonly index: number;
}

export function openBook(
  ground: Pick<Book, 'stream' | 'calendar' | 'index'>,
  guarantor: SeededGuarantor,
  patients: readonly SeededPatient[],
): Book {
  return {
    ...ground,
    timeZone: regions[guarantor.region].timeZone,
    guarantor,
    patients: [...patients],
    representatives: [],
    accounts: [],
    statements: [],
    charges: [],
    payments: [],
    entries: [],
    disputes: [],
    applications: [],
    plans: [],
  };
}

/** The finished family, without what was needed to write it. */
export function closeBook({ stream, calendar, timeZone, index, ...family }: Book): Family {
  return family;
}

/** Ids of later families begin with a later moment; the moment itself means nothing. */
const FIRST_ID_AT = Date.UTC(2026, 0, 1);

export function newId(book: Book): string {
  return drawUuid(book.stream, FIRST_ID_AT + book.index);
}

export function openAccount(
  book: Book,
  account: { mrn: Mrn; ledger: LedgerKind; accountNumber: AccountNumber },
): SeededAccount {
  const opened = { accountId: newId(book), balanceCents: noCents, ...account };
  book.accounts.push(opened);
  return opened;
}
