import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { exportLists } from '#shared/export/lists.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { ChoosePlace } from '../exports/choose-place.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import type { SomeHandlers } from './handlers.ts';

/** Lists and pages taken along as files. */
export function exportHandlers(
  desk: DeskParts,
  typeface: Typeface,
  choosePlace: ChoosePlace,
): SomeHandlers<'exports.begin' | 'exports.cancel' | 'exports.current'> {
  const { exports, session, clock } = desk;
  return {
    async 'exports.begin'({ list, filters, format }) {
      const asked = exportLists[list].filters.safeParse(filters);
      if (!asked.success) throw new Refused('bad_input');
      if (exports.current()?.state === 'running') throw new Refused('export_running');
      const standing = desk.standing.current();
      if (standing === 'unreachable') throw new Refused('unreachable');
      if (standing === 'other_protocol') throw new Refused('protocol_mismatch');
      const token = session.token();
      const day = dateIn('UTC', instantOf(clock.nowMs()));
      const name = `${desk.words.en.t(`exports:file.${list}`)}-${day}.${format}`;
      const path = await choosePlace(name, format);
      if (path === null) return { begun: false };
      // Whoever asked may have gone or locked while they were asked for a place.
      if (session.isLocked() || session.token() !== token) throw new Refused('locked');
      await exports.begin({ list, filters, format, path, typeface });
      return { begun: true };
    },

    async 'exports.cancel'() {
      exports.stop();
      return null;
    },

    'exports.current': async () => exports.current(),
  };
}
