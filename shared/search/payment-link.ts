import { AttemptKey } from '../payments/attempt-key.ts';

/** The scheme that the operating system opens with this program; the package registers it. */
export const LINK_SCHEME = 'remitdesk';

const link = new RegExp(`^${LINK_SCHEME}://payment/([0-9a-f-]{36})/?$`, 'i');

/** What opens a payment on another desk. */
export const paymentLink = (key: string) => `${LINK_SCHEME}://payment/${key}`;

/** Whether somebody meant a link, whatever it leads to. */
export const isMeantAsLink = (text: string) => text.toLowerCase().startsWith(`${LINK_SCHEME}:`);

/**
 * The payment that a link leads to; undefined for anything that is not exactly a payment's link. Whoever wrote
 * a link may be anybody, so nothing else of it is ever read.
 */
export function keyOfLink(text: string): AttemptKey | undefined {
  const key = link.exec(text)?.[1]?.toLowerCase();
  return AttemptKey.safeParse(key).data;
}
