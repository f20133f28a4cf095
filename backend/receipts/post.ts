import type { ReceiptWay } from '#shared/billing/payment-history.ts';

/** A receipt on its way: the words around it, and the PDF. */
export interface ReceiptPost {
  /** The same for every try, so that whoever hands it on can tell a repeat. */
  readonly receiptKey: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly fileName: string;
  readonly pdf: Buffer;
}

/**
 * Who takes receipts to people: a mail server and a mail room. Handing over throws when it was not taken;
 * handing the same one over again replaces it where it has not left yet.
 */
export type Post = Readonly<Record<ReceiptWay, (receipt: ReceiptPost) => Promise<void>>>;

/** Where nobody takes receipts: they stay kept. */
export const noPost: Post = {
  email: () => Promise.reject(new Error('No way for e-mail is configured.')),
  mail: () => Promise.reject(new Error('No mail room is configured.')),
};
