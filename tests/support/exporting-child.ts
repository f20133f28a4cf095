import { join } from 'node:path';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import { startTestDesk } from './test-desk.ts';

/**
 * A desk of its own process that exports all payments into a folder, or takes the audit trail there, to be killed or kept
 * short meanwhile.
 */
const [backendUrl = '', folder = '', place = '', what = 'payments'] = process.argv.slice(2);
const desk = startTestDesk(backendUrl, { folder, choosePlace: async name => join(place, name) });
await desk.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
const filters = { filters: noFilters, sort: newestFirst };
if (what === 'trail') {
  process.stdout.write(`${JSON.stringify(await desk.ask('trail.export', null))}\n`);
} else await desk.ask('exports.begin', { list: 'payments', format: 'csv', filters });
while (what === 'payments') {
  const now = await desk.value('exports.current', null);
  if (now?.state !== 'running') {
    process.stdout.write(`${JSON.stringify(now)}\n`);
    break;
  }
  await new Promise(resolve => setTimeout(resolve, 50));
}
await desk.stop();
