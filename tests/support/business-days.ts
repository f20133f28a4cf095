import { SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import type { ReconciledDay, ShownRow } from '#shared/contract/reconciliation.ts';
import type { Answer, SignedIn } from './backend-client.ts';
import type { TestBackend } from './test-backend.ts';

/** A second supervisor of the same regions. */
export async function addSupervisor({ pool }: Pick<TestBackend, 'pool'>): Promise<string> {
  await pool.query(`
    INSERT INTO user_account SELECT (jsonb_populate_record(one, '{"user_id": "s.moreau", "name": "Sol Moreau"}')).*
    FROM user_account AS one WHERE user_id = 's.lindqvist'`);
  return 's.moreau';
}

/** A business day of Northern California as a supervisor sees it. */
export function readBusinessDay(desk: SignedIn, day?: string): Promise<ReconciledDay> {
  return desk.value('reconciledDay', {
    params: { region: 'NCAL' },
    query: (day === undefined ? {} : { day }) as { day: string },
  });
}

/** Every difference explained, and what is open. */
export function everyNote({ rows, open }: ReconciledDay, reason = 'known to the processor') {
  const about = rows.filter(({ differing }) => differing > 0).map(({ name }) => name);
  return [...about, ...(open.count > 0 ? ['open'] : [])].map(name => ({ about: name, reason }));
}

/** Closes a day as it was just seen. */
export function closeBusinessDay(
  desk: SignedIn,
  seen: ReconciledDay,
  notes = everyNote(seen),
  password = SANDBOX_PASSWORD,
): Promise<Answer<ReconciledDay>> {
  const params = { region: 'NCAL', day: seen.businessOn };
  return desk.ask('closeDay', { params, body: { seen: seen.seen, notes, password } });
}

/** A row in one line: what, how many and how much by each source, and how many payments differ. */
export function inShort({ stage, method, ours, theirs, ledger, differing }: ShownRow): string {
  const sum = (of: ShownRow['ours'] | null) => (of ? `${of.count}/${of.cents}` : '-');
  return `${stage} ${method}: ${sum(ours)} ${sum(theirs)} ${sum(ledger)}, ${differing} differ`;
}
