import { hasBankPrefix, isRoutingNumber } from './codes/routing-number.ts';
import bundled from './participants.json' with { type: 'json' };

/** A bank that takes ACH debits under a routing number. */
export interface Participant {
  readonly routingNumber: string;
  readonly name: string;
}

/** Which bank is behind a routing number; whoever keeps the list of participants stands behind this. */
export interface RoutingDirectory {
  /** Participants whose routing number begins with these digits, at most `limit`. */
  beginningWith(digits: string, limit: number): readonly Participant[];
}

/** The bundled list: the sandbox's invented banks. */
export const bundledDirectory: RoutingDirectory = {
  beginningWith: (digits, limit) =>
    bundled.participants.filter(each => each.routingNumber.startsWith(digits)).slice(0, limit),
};

/** What a routing number says so far, while it is typed. */
export type TypedRoutingNumber =
  /** More digits to come; the bank is named early when no other bank's number begins so. */
  | { readonly state: 'typing'; readonly bank: Participant | undefined }
  /** Not digits, too many of them, first digits no bank has, or a wrong check digit. */
  | { readonly state: 'wrong' }
  /** It could be a bank's, but none that takes debits is known under it. */
  | { readonly state: 'unknown' }
  | { readonly state: 'named'; readonly bank: Participant };

/** Names the bank of a routing number at every keystroke; spaces and hyphens are ignored. */
export function nameBankAsTyped(typed: string, directory: RoutingDirectory): TypedRoutingNumber {
  const digits = typed.replace(/[\s-]/g, '');
  if (!/^\d{0,9}$/.test(digits) || (digits.length > 1 && !hasBankPrefix(digits))) {
    return { state: 'wrong' };
  }
  if (digits.length < 9) {
    const banks = digits.length > 1 ? directory.beginningWith(digits, 2) : [];
    return { state: 'typing', bank: banks.length === 1 ? banks[0] : undefined };
  }
  if (!isRoutingNumber(digits)) return { state: 'wrong' };
  const [bank] = directory.beginningWith(digits, 1);
  return bank ? { state: 'named', bank } : { state: 'unknown' };
}
