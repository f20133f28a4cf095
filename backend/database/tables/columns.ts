import type { ColumnType } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';

/** Read and written as the text of an instant in UTC. */
export type Moment = ColumnType<Instant, string, string>;
export type MaybeMoment = ColumnType<Instant | null, string | null | undefined, string | null>;
export type Day = ColumnType<CalendarDate, string, string>;
export type MaybeDay = ColumnType<CalendarDate | null, string | null | undefined, string | null>;
export type Money = ColumnType<Cents, number, number>;
