import type { ReceiptWay } from '#shared/billing/payment-history.ts';

/** A receipt or a letter on its way: the words around it, and the PDF. */
export interface Posted {
  /** The same for every try, so that whoever hands it on can tell a repeat. */
  readonly itemKey: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly fileName: string;
  readonly pdf: Buffer;
}

/**
 * Who takes receipts and letters to people: a mail server and a mail room. Handing over throws when it was not taken;
 * handing the same one over again replaces it where it has not left yet.
 */
export type Post = Readonly<Record<ReceiptWay, (item: Posted) => Promise<void>>>;

/** Where nobody takes anything to people: it stays kept. */
export const noPost: Post = {
  email: () => Promise.reject(new Error('No way for e-mail is configured.')),
  mail: () => Promise.reject(new Error('No mail room is configured.')),
};
