import { type Audited, desk, payment } from './rule.ts';

/** What a supervisor looks through and takes along. */
export const ofLooking: Audited = {
  'search.payments': {
    done: ({ sort, place, again }, _output, who) =>
      again ? [] : [desk('payments_searched', place ? `${sort.by}, on` : sort.by, who)],
  },
  'search.life': {
    done: ({ key }, _output, who) => [payment('payment_read', key, who)],
    refused: ({ key }, who) => [payment('payment_read_refused', key, who)],
  },
  'floor.read': {
    done: ({ region, again }, _output, who) =>
      again ? [] : [desk('floor_read', region ?? 'all', who)],
  },
  'trail.export': {
    done: (_input, { saved }, who) =>
      saved === null ? [] : [desk('audit_export_saved', String(saved.records), who)],
    refused: (_input, who) => [desk('audit_export_not_saved', '', who)],
  },
  'exports.begin': {
    done: ({ list, format }, { begun }, who) =>
      begun ? [desk('list_exported', `${list} as ${format}`, who)] : [],
    refused: ({ list, format }, who) => [desk('export_refused', `${list} as ${format}`, who)],
  },
};
