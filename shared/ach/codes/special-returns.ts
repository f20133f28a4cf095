import { returnCode as row, sixtyDays, twoDays } from './return-code.ts';

/** Returns of enrolments (R40 to R47), of checks presented again (R50 to R53) and of IAT entries (R80 to R85). */
export const specialReturns = [
  row('R40', 'Return of an enrollment by a federal agency', 'as-agreed'),
  row('R41', 'Invalid transaction code of an enrollment', 'as-agreed'),
  row('R42', 'Routing number or check digit error of an enrollment', 'as-agreed'),
  row('R43', 'Invalid account number of an enrollment', 'as-agreed'),
  row('R44', 'Invalid individual identification of an enrollment', 'as-agreed'),
  row('R45', 'Invalid name of an enrollment', 'as-agreed'),
  row('R46', 'Invalid representative payee indicator of an enrollment', 'as-agreed'),
  row('R47', 'Duplicate enrollment', 'as-agreed'),
  row('R50', 'State law affecting re-presented checks', twoDays),
  row('R51', 'Ineligible item, or improper re-presented check', sixtyDays, 'unauthorised'),
  row('R52', 'Stop payment on a re-presented item', sixtyDays),
  row('R53', 'Item and re-presented check both presented', sixtyDays),
  row('R80', 'Coding error of an international entry', 'as-agreed', 'international'),
  row('R81', 'No agreement on international entries', 'as-agreed', 'international'),
  row('R82', 'Invalid foreign bank identification', 'as-agreed', 'international'),
  row('R83', 'Foreign bank unable to settle', 'as-agreed', 'international'),
  row('R84', 'Entry not processed by the gateway', 'as-agreed', 'international'),
  row('R85', 'International payment coded as a domestic one', 'as-agreed', 'international'),
];
