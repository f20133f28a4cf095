import { z } from 'zod';
import { AccountNumber } from './account-number.ts';
import { BillPayNumber } from './bill-pay-number.ts';
import { GuarantorId } from './guarantor-id.ts';
import { Mrn } from './mrn.ts';

export const IdentifierKind = z.enum(['mrn', 'bill_pay_number', 'guarantor_id', 'account_number']);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

export type ReadIdentifier =
  | { ok: true; kind: IdentifierKind; value: string }
  | { ok: false; fault: 'empty' | 'malformed' }
  | { ok: false; fault: 'other_kind'; looksLike: IdentifierKind };

const kinds = {
  mrn: Mrn,
  bill_pay_number: BillPayNumber,
  guarantor_id: GuarantorId,
  account_number: AccountNumber,
} as const;

/** Drops what people add when they read a number aloud: words and signs before it, spaces, dots, hyphens. */
function bare(typed: string): string {
  const text = typed
    .trim()
    .replace(/^(?:mrn|no\b\.?|[#:\s])+/i, '')
    .replace(/\s*[-‐‑–—]\s*/g, '-');
  if (/^\d{2}-\d{6}$/.test(text)) return text;
  return text.replace(/[\s.-]/g, '');
}

/** Which of the four identifiers a text is; undefined when it is none. Their lengths never overlap. */
export function recogniseIdentifier(typed: string): IdentifierKind | undefined {
  const text = bare(typed);
  return IdentifierKind.options.find(kind => kinds[kind].safeParse(text).success);
}

/**
 * Reads what was typed into the box for `kind`. One of the other three identifiers is told apart from
 * nonsense, so that the screen can offer to look it up as what it is.
 */
export function readIdentifier(kind: IdentifierKind, typed: string): ReadIdentifier {
  const value = bare(typed);
  if (value === '') return { ok: false, fault: 'empty' };
  if (kinds[kind].safeParse(value).success) return { ok: true, kind, value };
  const looksLike = recogniseIdentifier(typed);
  return looksLike
    ? { ok: false, fault: 'other_kind', looksLike }
    : { ok: false, fault: 'malformed' };
}
