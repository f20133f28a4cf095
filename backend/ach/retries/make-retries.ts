import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { debitDates } from '#shared/ach/debit-dates.ts';
import { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { regions } from '#shared/organization/regions.ts';
import { retryOfInstalmentRefused } from '../../authorisations/of-plan/weigh-instalment.ts';
import { closePayment } from '../../payments/close.ts';
import { OpenPayment } from '../../payments/open-payment.ts';
import { chargeOpen } from '../../payments/submit.ts';
import type { RunDay, RunParts } from '../../runs/run-step.ts';
import { openException } from '../exceptions/open-exception.ts';

const Claim = z.discriminatedUnion('outcome', [
  OpenPayment.extend({ outcome: z.literal('claimed') }),
  z.object({
    outcome: z.literal('dropped'),
    why: z.string(),
    openCents: z.int(),
    guarantorId: GuarantorId,
    code: z.string(),
  }),
  z.object({ outcome: z.enum(['passed', 'held']) }),
]);

/** Commits one try with its key, or drops it; where something stays open then, somebody is told in the same breath. */
async function claim(
  { db, leaseMs }: RunParts,
  returnedKey: string,
  day: RunDay,
): Promise<z.output<typeof Claim>> {
  const { region, today, now } = day;
  const debit = JSON.stringify(debitDates(regions[region].timeZone, now, today));
  return db.transaction().execute(async trx => {
    const refused = await retryOfInstalmentRefused(trx, returnedKey, day);
    const { rows } = await sql<{
      claim: unknown;
    }>`SELECT claim_ach_retry(${returnedKey}, ${uuidv7()}, ${today},
      ${debit}, ${`${leaseMs} milliseconds`}, ${now}, ${refused ?? null}) AS claim`.execute(trx);
    const claimed = Claim.parse(rows[0]?.claim);
    if (claimed.outcome === 'dropped' && claimed.openCents > 0) {
      const { why, code, guarantorId } = claimed;
      const whose = { paymentKey: returnedKey, guarantorId, refundId: null, receivedId: null };
      const what = {
        kind: 'return',
        code,
        toDo: 'decide',
        reason: `Not tried again: ${why}`,
      } as const;
      await openException(trx, { ...what, ...whose }, Date.parse(now));
    }
    return claimed;
  });
}

/**
 * Makes the tries that are due in a region by the day. Each is a payment of its own, committed before the
 * bank hears of it with the day's file. May be killed anywhere and started again: a row is claimed once.
 */
export async function makeRetries(parts: RunParts, day: RunDay): Promise<void> {
  const { db, processor, clock } = parts;
  const { rows } = await sql<{ key: string }>`
    SELECT returned_key AS key FROM ach_retry JOIN payment ON key = returned_key JOIN guarantor USING (guarantor_id)
    WHERE region = ${day.region} AND ach_retry.state = 'waiting' AND retry_on <= ${day.today}
    ORDER BY retry_on, returned_key`.execute(db);
  for (const { key } of rows) {
    const claimed = await claim(parts, key, day);
    if (claimed.outcome === 'claimed') {
      const settled = await chargeOpen(processor, claimed);
      await closePayment(db, claimed, { settled, by: 'run ach_retries' }, clock());
    }
  }
}
