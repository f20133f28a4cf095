import { changeCodes } from './codes/change-codes.ts';
import type { CorrectedData } from './returned.ts';

/** Room that an account number has in notices about domestic entries; international ones have more. */
const DOMESTIC_WIDTH = 29;

/**
 * The parts of a notice's corrected data, each trimmed; one that its code asks for and that is not there is
 * empty. A code that does not exist gives none. Source: Nacha Operating Rules, notifications of change.
 */
export function correctedData(code: string, data: string): CorrectedData {
  const parts = changeCodes.get(code)?.corrects ?? [];
  const alone = parts.length === 1 && data.length > DOMESTIC_WIDTH;
  const read = parts.map(({ part, start, length }) => {
    const isWide = alone && part !== 'routingNumber' && part !== 'transactionCode';
    return [part, (isWide ? data : data.slice(start - 1, start - 1 + length)).trim()] as const;
  });
  return Object.fromEntries(read);
}
