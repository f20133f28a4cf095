import type { CallInput } from '#shared/desk/calls.ts';
import type { DayCell } from '#shared/reconciliation/cell.ts';
import { useKept } from '../../desk/kept.ts';

/** A sum of a day whose payments are shown. */
export type OpenCell = Omit<CallInput<'reconciliation.payments'>, 'after'>;

/** Which sum stands open below the table's row; one at a time, as it was left. */
export const useOpenCell = () => useKept<OpenCell | null>('audit:day-cell', null);

const name = ({ stage, method, batch, source }: DayCell) => [stage, method, batch, source].join();

/** Whether this is the sum that stands open. */
export const isSameCell = (one: OpenCell, other: OpenCell): boolean =>
  one.region === other.region && one.day === other.day && name(one) === name(other);
