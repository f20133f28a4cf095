import { useEffect, useState } from 'react';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AuditFilters, AuditPlace } from '#shared/contract/audit.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import { type Pages, useNarrowed } from '../../desk/use-pages.ts';

/** What the trail is narrowed to, as it is typed and chosen; empty asks for nothing. Days are the reader's. */
export interface TrailFilters {
  readonly user: string;
  readonly action: string;
  readonly outcome: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

export const everything: TrailFilters = {
  user: '',
  action: '',
  outcome: '',
  subject: '',
  from: '',
  to: '',
};

/** The first moment of a day on this clock; `days` later where it is said. */
function beginOf(day: string, days = 0) {
  const begin = new Date(`${day}T00:00:00`);
  begin.setDate(begin.getDate() + days);
  return Number.isNaN(begin.getTime()) ? undefined : instantOf(begin.getTime());
}

export const isTurned = ({ from, to }: TrailFilters) => from !== '' && to !== '' && from > to;

/** As the backend is asked for it. */
export function askedOf({ from, to, ...fields }: TrailFilters): AuditFilters {
  const [begin, end] = [from && beginOf(from), to && beginOf(to, 1)];
  const named = Object.entries(fields).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [[name, value.trim()]],
  );
  return { ...Object.fromEntries(named), ...(begin && { from: begin }), ...(end && { to: end }) };
}

export type Trail = Pages<CallOutput<'trail.records'>, AuditPlace | null>;

/** The records of the trail, the newest first, page after page as they are scrolled to. */
export const useTrail = (filters: TrailFilters): Trail =>
  useNarrowed({
    queryKey: ['trail.records', filters],
    enabled: !isTurned(filters),
    read: (before: AuditPlace | null) =>
      ask('trail.records', { ...askedOf(filters), ...(before && { before }) }),
    placeAfter: page => page.earlier,
  });

/** Whether something has happened since it was read. It is not read again by itself: each look is a record. */
export function useNewer({ dataUpdatedAt, refetch }: Trail) {
  const [heardAt, setHeardAt] = useState(0);
  useEffect(() => window.desk.listen('changes', () => setHeardAt(Date.now())), []);
  return { isNewer: dataUpdatedAt > 0 && heardAt > dataUpdatedAt, show: () => void refetch() };
}
