import type { DayPayment, ReconciledDay, ShownRow } from '#shared/contract/reconciliation.ts';
import type { DaySum } from '#shared/reconciliation/day.ts';
import type { SignedIn } from './backend-client.ts';

const sources = ['ours', 'theirs', 'ledger'] as const;
type Source = (typeof sources)[number];

/** Every payment behind a sum of a day, page after page, each once. */
export async function paymentsBehind(
  desk: SignedIn,
  { region, businessOn }: Pick<ReconciledDay, 'region' | 'businessOn'>,
  { stage, method, batch }: Pick<ShownRow, 'stage' | 'method' | 'batch'>,
  source: Source,
): Promise<{ sum: DaySum; payments: DayPayment[] }> {
  const payments: DayPayment[] = [];
  for (let after: string | undefined; ; ) {
    const cell = { stage, method, source, ...(batch !== null && { batch }) };
    const query = { ...cell, ...(after !== undefined && { after }) };
    const page = await desk.value('dayPayments', { params: { region, day: businessOn }, query });
    payments.push(...page.payments);
    if (page.next === null) return { sum: page.sum, payments };
    after = page.next.after;
  }
}

/** The sums of a day that their payments do not make to the cent; how many were looked at. */
export async function sumsThatDiffer(desk: SignedIn, day: ReconciledDay) {
  const differing: string[] = [];
  const looked: string[] = [];
  for (const row of day.rows) {
    for (const source of sources) {
      const said = row[source];
      if (said === null) continue;
      const { sum, payments } = await paymentsBehind(desk, day, row, source);
      const cents = payments.reduce((all, { amountCents }) => all + amountCents, 0);
      const refs = new Set(payments.map(({ ref }) => ref));
      const agrees =
        sum.cents === said.cents &&
        sum.count === said.count &&
        cents === said.cents &&
        refs.size === said.count &&
        payments.length === said.count;
      looked.push(`${row.stage} ${row.method} ${source}`);
      if (!agrees) differing.push(`${row.name} ${source}: ${said.cents}, of payments ${cents}`);
    }
  }
  return { differing, looked };
}
