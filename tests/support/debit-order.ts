import { bundledDirectory } from '#shared/ach/routing-directory.ts';
import { type AchAuthorisation, TelElement } from '#shared/ach/tel-authorisation.ts';
import { CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import type { BankAccountForVault } from '#shared/contract/vault.ts';
import { cents } from '#shared/money/cents.ts';
import type { VerifiedCall } from './backend-call.ts';
import type { TestBackend } from './test-backend.ts';

const [bank] = bundledDirectory.beginningWith('1', 1);
if (!bank) throw new Error('The directory knows no bank.');

export const payersBank = bank;

export const payersAccount: BankAccountForVault = {
  accountKind: 'checking',
  routingNumber: payersBank.routingNumber,
  accountNumber: '70031842975516',
  holderName: 'Marisol Vega',
};

/** A bank account, captured: its token. */
export async function captureAccount(
  call: VerifiedCall,
  account: Partial<BankAccountForVault> = {},
): Promise<string> {
  const body = { ...payersAccount, ...account };
  return (await call.desk.value('keepBankAccount', { body })).token;
}

/** What was agreed to just now, unless told otherwise: everything, and to be debited at once. */
export type Agreed = Partial<Omit<AchAuthorisation, 'debitOn'>> & { readonly debitOn?: string };

/** An order to debit an account, freshly captured unless told otherwise. */
export async function debitOrder(
  backend: TestBackend,
  call: VerifiedCall,
  amountCents: number,
  { token, debitOn = '2026-11-24', ...changes }: Agreed & { readonly token?: string } = {},
): Promise<PaymentOrder> {
  const authorisation: AchAuthorisation = {
    language: 'en',
    wordingVersion: '2026-11',
    debitOn: CalendarDate.parse(debitOn),
    amountCents: cents(amountCents),
    agreedAt: instantOf(backend.now()),
    recordingReference: 'REC-20261124-0042',
    payerName: 'Marisol Vega',
    acknowledged: [...TelElement.options],
    ...changes,
  };
  return call.order(amountCents, {
    method: { kind: 'ach', token: token ?? (await captureAccount(call)), authorisation },
  });
}
