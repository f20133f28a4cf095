import { type ReturnCode, returnCode as row, sixtyDays, twoDays } from './return-code.ts';
import { betweenBanks } from './returns-between-banks.ts';
import { specialReturns } from './special-returns.ts';

const common = [
  row('R01', 'Insufficient funds', twoDays, 'bank', 'twice'),
  row('R02', 'Account closed', twoDays, 'administrative'),
  row('R03', 'No account, or account not found', twoDays, 'administrative'),
  row('R04', 'Invalid account number', twoDays, 'administrative'),
  row('R05', 'Consumer account debited under a corporate code', sixtyDays, 'unauthorised'),
  row('R06', "Returned at the originating bank's request", 'as-agreed'),
  row('R07', 'Authorization revoked by customer', sixtyDays, 'unauthorised'),
  row('R08', 'Payment stopped', twoDays, 'bank', 'once-allowed'),
  row('R09', 'Uncollected funds', twoDays, 'bank', 'twice'),
  row('R10', 'Not authorized, or originator unknown to the customer', sixtyDays, 'unauthorised'),
  row(
    'R11',
    'Not in accordance with the terms of the authorization',
    sixtyDays,
    'unauthorised',
    'once-corrected',
  ),
  row('R12', 'Account sold to another bank', twoDays),
  row('R13', 'Bank not qualified to take part', 'next-file'),
  row('R14', 'Representative payee deceased or unable to continue', twoDays),
  row('R15', 'Beneficiary or account holder deceased', twoDays),
  row('R16', 'Account frozen, or entry returned on an OFAC instruction', twoDays),
  row('R17', 'File record edit criteria, or questionable entry', twoDays),
  row('R18', 'Improper effective entry date', 'next-file'),
  row('R19', 'Amount field error', 'next-file'),
  row('R20', 'Non-transaction account', twoDays),
  row('R21', 'Invalid company identification', twoDays),
  row('R22', 'Invalid individual identification', twoDays),
  row('R23', 'Credit refused by receiver', 'as-agreed'),
  row('R24', 'Duplicate entry', twoDays),
  row('R25', 'Addenda error', 'next-file'),
  row('R26', 'Mandatory field error', 'next-file'),
  row('R27', 'Trace number error', 'next-file'),
  row('R28', 'Routing number check digit error', 'next-file'),
  row('R29', 'Corporate customer says it is not authorized', twoDays, 'unauthorised'),
  row('R30', 'Bank does not take part in check truncation', 'next-file'),
  row('R31', 'Permissible return entry', 'as-agreed'),
  row('R32', 'Bank cannot settle', 'next-file'),
  row('R33', 'Return of an XCK entry', sixtyDays),
  row('R34', 'Participation of the bank is limited', 'next-file'),
  row('R35', 'Return of an improper debit', 'next-file'),
  row('R36', 'Return of an improper credit', 'next-file'),
  row('R37', 'Source document presented for payment', sixtyDays),
  row('R38', 'Stop payment on the source document', sixtyDays),
  row('R39', 'Improper source document, or presented for payment', twoDays),
];

/**
 * Every return reason code, what it means, whether the payment may be sent again and by when the return is
 * due. Source: Nacha Operating Rules, return entries; R11 counts as unauthorised since April 2021.
 */
export const returnCodes: ReadonlyMap<string, ReturnCode> = new Map([
  ...common,
  ...specialReturns,
  ...betweenBanks,
]);
