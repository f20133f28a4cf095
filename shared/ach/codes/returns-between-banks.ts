import { fiveDays, returnCode as row, twoDays } from './return-code.ts';

/**
 * What the banks say to each other about a return: R61 to R70 dishonour it, R71 to R77 contest that. R63 to
 * R66 are old and still seen.
 */
export const betweenBanks = [
  row('R61', 'Misrouted return', fiveDays, 'dishonoured'),
  row('R62', 'Return of erroneous or reversing debit', fiveDays, 'dishonoured'),
  row('R63', 'Incorrect dollar amount', fiveDays, 'dishonoured'),
  row('R64', 'Incorrect individual identification', fiveDays, 'dishonoured'),
  row('R65', 'Incorrect transaction code', fiveDays, 'dishonoured'),
  row('R66', 'Incorrect company identification', fiveDays, 'dishonoured'),
  row('R67', 'Duplicate return', fiveDays, 'dishonoured'),
  row('R68', 'Untimely return', fiveDays, 'dishonoured'),
  row('R69', 'Field error of a return', fiveDays, 'dishonoured'),
  row('R70', 'Permissible return not accepted', fiveDays, 'dishonoured'),
  row('R71', 'Misrouted dishonored return', twoDays, 'contested'),
  row('R72', 'Untimely dishonored return', twoDays, 'contested'),
  row('R73', 'Timely original return', twoDays, 'contested'),
  row('R74', 'Corrected return', twoDays, 'contested'),
  row('R75', 'Return not a duplicate', twoDays, 'contested'),
  row('R76', 'No errors found', twoDays, 'contested'),
  row('R77', 'Dishonored return of an erroneous debit not accepted', twoDays, 'contested'),
];
