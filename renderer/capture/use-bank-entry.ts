import { useCallback, useEffect, useState } from 'react';
import {
  type BankEntry,
  type BankFault,
  BankField,
  checkBankAccount,
} from '#shared/ach/bank-entry.ts';
import type { BankAccountKind } from '#shared/billing/payment-method.ts';

const nothing: BankEntry = {
  accountKind: 'checking',
  routingNumber: '',
  accountNumber: '',
  accountNumberAgain: '',
};

/** Faults that typing on cannot mend: they are told at once. */
const past: ReadonlySet<BankFault> = new Set([
  'routing_not_digits',
  'routing_too_long',
  'routing_zeros',
  'routing_prefix',
  'routing_sum',
  'routing_unknown',
  'account_not_digits',
  'account_too_long',
]);

type Complaints = Partial<Record<BankField, string>>;

/** What is typed of a bank account, and what is wrong with it. The main process clears it by `capture.reset`. */
export function useBankEntry(sentence: (fault: BankFault) => string) {
  const [entry, setEntry] = useState(nothing);
  const [complaints, setComplaints] = useState<Complaints>({});

  const clear = useCallback(() => {
    setEntry(nothing);
    setComplaints({});
  }, []);
  useEffect(() => window.desk.listen('capture.reset', clear), [clear]);

  const complain = (field: BankField, fault: BankFault | undefined) =>
    setComplaints(({ [field]: _, ...others }) =>
      fault ? { ...others, [field]: sentence(fault) } : others,
    );
  return {
    entry,
    bankName: checkBankAccount(entry).bankName,
    complaints,
    setComplaints,
    clear,
    choose: (accountKind: BankAccountKind) => setEntry(typed => ({ ...typed, accountKind })),
    /** Gives the box to go to when the routing number has been typed to its end and is a bank's. */
    type(field: BankField, text: string): BankField | undefined {
      const after = { ...entry, [field]: text };
      setEntry(after);
      const { faults } = checkBankAccount(after);
      const fault = faults[field];
      complain(field, fault && past.has(fault) ? fault : undefined);
      const grew = field === 'routingNumber' && text.length > entry.routingNumber.length;
      return grew && !faults.routingNumber && entry.accountNumber === ''
        ? 'accountNumber'
        : undefined;
    },
    /** On leaving a box: an empty one is only complained of when the account is submitted. */
    leave(field: BankField) {
      complain(field, entry[field] === '' ? undefined : checkBankAccount(entry).faults[field]);
    },
    /** Everything that is wrong, shown beside the boxes; gives the first box at fault. */
    complainOfAll(): BankField | undefined {
      const { faults } = checkBankAccount(entry);
      const all: Complaints = {};
      for (const field of BankField.options) {
        const fault = faults[field];
        if (fault) all[field] = sentence(fault);
      }
      setComplaints(all);
      return BankField.options.find(field => all[field]);
    },
  };
}
