import { type IdentifierKind, recogniseIdentifier } from '../identifiers/recognise.ts';
import { type Cents, cents } from '../money/cents.ts';
import { parseAmount } from '../money/parse-amount.ts';
import { isConfirmationNumber } from '../payments/confirmation-number.ts';
import { nameKey } from '../text/name-key.ts';
import { paymentLink } from './payment-link.ts';

/** What the box was taken for, with what is searched: the digits, the number in its groups, the name's letters. */
export type ReadBox =
  | { readonly kind: 'nothing' }
  | { readonly kind: IdentifierKind | 'last4' | 'trace' | 'key'; readonly value: string }
  | { readonly kind: 'confirmation'; readonly value: string }
  | { readonly kind: 'amount'; readonly amountCents: Cents }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'unclear' };

/** A name of one letter is half of everybody's. */
const SHORTEST_NAME = 2;
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const keyOrLink = new RegExp(`^(?:${paymentLink('')})?(${uuid.source})/?$`, 'i');

/** An ACH trace number: fifteen digits (Nacha Operating Rules, Entry Detail Record, field 11). */
const trace = /^\d{15}$/;

const groupsOf = (text: string) =>
  (text.replace(/[\s-]/g, '').toUpperCase().match(/.{3}/g) ?? []).join('-');

const bareDigits = (kind: IdentifierKind, text: string) =>
  kind === 'account_number'
    ? text.replace(/[^\d]/g, '').replace(/^(\d\d)/, '$1-')
    : text.replace(/\D/g, '');

/**
 * What somebody typed into the one box of the search. Nothing in it is ever a pattern or a piece of SQL: signs
 * that are no letter or digit are left out of a name, and everything else has to be one whole number.
 */
export function readBox(typed: string): ReadBox {
  const text = typed.trim();
  if (text === '') return { kind: 'nothing' };
  const key = keyOrLink.exec(text)?.[1];
  if (key) return { kind: 'key', value: key.toLowerCase() };
  if (isConfirmationNumber(text) && /[a-z-]/i.test(text)) {
    return { kind: 'confirmation', value: groupsOf(text) };
  }
  if (/^(?:[x*•.…]|ending(?: in)?|\s)*\d{4}$/i.test(text) && !text.startsWith('.')) {
    return { kind: 'last4', value: text.slice(-4) };
  }
  if (trace.test(text)) return { kind: 'trace', value: text };
  const identifier = recogniseIdentifier(text);
  if (identifier) return { kind: identifier, value: bareDigits(identifier, text) };
  const amount = /[$.]/.test(text) ? parseAmount(text) : undefined;
  if (amount?.ok) return { kind: 'amount', amountCents: cents(amount.amountCents) };
  const name = nameKey(text);
  if (/\p{L}/u.test(name) && name.length >= SHORTEST_NAME) return { kind: 'name', value: name };
  return { kind: 'unclear' };
}
