import type { trailCalls } from '#shared/desk/trail-calls.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { ChoosePlace } from '../exports/choose-place.ts';
import { createTrailExports } from '../exports/trail-export.ts';
import type { SomeHandlers } from './handlers.ts';

/** What was asked for, without what was left out. */
const given = <Asked extends object>(asked: Asked): Asked =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Asked;

/** A supervisor's audit trail and review of accesses; without the backend both are refused. */
export function trailHandlers(
  desk: DeskParts,
  choosePlace: ChoosePlace,
): SomeHandlers<keyof typeof trailCalls> {
  const { backend } = desk;
  const exports = createTrailExports(desk, choosePlace);
  return {
    'trail.records': query => backend.ask('auditRecords', { query: given(query) }),
    'trail.record': params => backend.ask('auditRecord', { params }),
    'trail.choices': () => backend.ask('auditChoices', {}),
    'trail.verify': () => backend.ask('verifyAudit', { body: {} }),
    'trail.verification': () => backend.ask('auditVerification', {}),
    'trail.cancelVerification': params =>
      backend.ask('cancelAuditVerification', { params, body: {} }),
    'trail.export': async () => ({ saved: await exports.save() }),
    'trail.exportProgress': async () => exports.progress(),
    'trail.cancelExport': async () => {
      exports.cancel();
      return null;
    },
    'access.looks': body => backend.ask('accessLooks', { body }),
    'access.patterns': body => backend.ask('accessPatterns', { body }),
    'access.review': ({ reviewId, ...body }) =>
      backend.ask('reviewAccess', { params: { reviewId }, body }),
  };
}
