import { CalendarDate, type Instant } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import { namedZoneTime } from '../calendar/zone-time.ts';
import { type Cents, cents } from '../money/cents.ts';
import { amountText, showMoney } from '../money/show-money.ts';
import type { Cell, CellKind } from './export-list.ts';
import { neutralText } from './neutral-text.ts';

const asCents = (cell: Cell): Cents => cents(Number(cell));

/** A cell of a CSV: what a program reads without knowing the desk; an empty one for null. */
export function csvCell(kind: CellKind, cell: Cell): string {
  if (cell === null) return '';
  switch (kind) {
    case 'cents':
      return amountText(asCents(cell));
    case 'text':
      return neutralText(String(cell));
    default:
      return String(cell);
  }
}

/** A cell on paper: what a person reads. */
export function paperCell(kind: CellKind, cell: Cell, timeZone: string): string {
  if (cell === null) return '';
  switch (kind) {
    case 'cents':
      return showMoney(asCents(cell));
    case 'instant':
      return namedZoneTime(cell as Instant, timeZone);
    case 'date':
      return sayDate('en', CalendarDate.parse(cell));
    default:
      return String(cell);
  }
}
