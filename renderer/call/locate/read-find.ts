import { FindBy } from '#shared/contract/patients.ts';
import { type IdentifierKind, readIdentifier } from '#shared/identifiers/recognise.ts';
import { readBirthDate } from '#shared/verification/compare.ts';
import type { FindKind } from './find-kinds.ts';

/** What stands in the boxes; the two of a name search are empty otherwise. */
export interface Typed {
  readonly number: string;
  readonly name: string;
  readonly birthDate: string;
}

export type FindFault =
  | { readonly at: 'number'; readonly fault: 'empty' | 'malformed' }
  | { readonly at: 'number'; readonly fault: 'other_kind'; readonly looksLike: IdentifierKind }
  | { readonly at: 'name'; readonly fault: 'noName' }
  | { readonly at: 'birthDate'; readonly fault: 'badBirthDate' };

const fieldOf = {
  mrn: 'mrn',
  bill_pay_number: 'billPayNumber',
  guarantor_id: 'guarantorId',
  account_number: 'accountNumber',
} as const satisfies Record<IdentifierKind, string>;

/** What to look up, or the one reason why it cannot be looked up yet. */
export function readFind(
  kind: FindKind,
  typed: Typed,
): { ok: true; find: FindBy } | { ok: false; fault: FindFault } {
  if (kind === 'name') return readName(typed);
  const read = readIdentifier(kind, typed.number);
  if (read.ok) return { ok: true, find: FindBy.parse({ by: kind, [fieldOf[kind]]: read.value }) };
  const { ok: _, ...fault } = read;
  return { ok: false, fault: { at: 'number', ...fault } };
}

function readName({ name, birthDate }: Typed): ReturnType<typeof readFind> {
  if (name.trim() === '') return { ok: false, fault: { at: 'name', fault: 'noName' } };
  const find = FindBy.safeParse({ by: 'name', name, birthDate: readBirthDate(birthDate) });
  return find.success
    ? { ok: true, find: find.data }
    : { ok: false, fault: { at: 'birthDate', fault: 'badBirthDate' } };
}
