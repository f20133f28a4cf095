import { sql } from 'kysely';
import { AssistanceLetter, type DenialReason } from '#shared/assistance/assistance-letter.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { Database } from '../../database/connect.ts';
import { reachedCharges } from '../applications/reached-charges.ts';

interface Determination {
  readonly guarantorId: string;
  readonly number: 1 | 2;
  readonly percent: number | null;
  readonly why: string | null;
  readonly ruleSays: string | null;
  readonly decidedOn: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly appealUntil: CalendarDate | null;
}

async function takenOffBy(trx: Database, determinationId: string) {
  const { rows } = await sql<{
    what: string;
    servedOn: CalendarDate;
    amountCents: number;
    openCents: number;
  }>`
    SELECT description AS what, serviced_on AS "servedOn", line.amount_cents AS "amountCents",
      line.open_cents AS "openCents"
    FROM assistance_award_line AS line JOIN charge USING (charge_id)
    WHERE determination_id = ${determinationId} ORDER BY serviced_on, description`.execute(trx);
  const lines = rows.map(row => ({
    ...row,
    amountCents: Number(row.amountCents),
    openCents: Number(row.openCents),
  }));
  const takenOffCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const openCents = lines.reduce((sum, line) => sum + line.openCents, 0);
  return {
    takenOff: lines.map(({ openCents: _, ...line }) => line),
    takenOffCents: cents(takenOffCents),
    leftCents: cents(openCents - takenOffCents),
  };
}

/** Care that an award reaches once the insurance has answered, as it was billed. */
async function waiting(trx: Database, guarantorId: string, percent: number) {
  const reached = await reachedCharges(trx, guarantorId, percent);
  return reached
    .filter(({ waitsFor }) => waitsFor === 'insurance')
    .map(({ description, servicedOn, openCents }) => ({
      what: description,
      servedOn: servicedOn,
      amountCents: openCents,
    }));
}

/** Only where the rule itself says so: a counselor who decides otherwise has a reason of their own. */
const denialReason = (ruleSays: string | null): DenialReason =>
  ruleSays === 'above_limit' ? 'income_over_limit' : 'other';

/** What was decided, the first time or on appeal: an award with what it took off, or why there is none. */
export async function decisionLetter(
  trx: Database,
  determinationId: string,
): Promise<AssistanceLetter> {
  const { rows } = await sql<Determination>`
    SELECT guarantor_id AS "guarantorId", number, percent, reason AS why, basis->>'reason' AS "ruleSays", decided_on AS "decidedOn",
      valid_until AS "validUntil", appeal_until AS "appealUntil"
    FROM assistance_determination JOIN assistance_application USING (application_id)
    WHERE determination_id = ${determinationId}`.execute(trx);
  const [made] = rows;
  if (!made) throw new Error('A determination that was made is not there.');
  const { guarantorId, number, percent, why, ruleSays, decidedOn, validUntil, appealUntil } = made;
  if (percent === null) {
    const denial = { reason: denialReason(ruleSays), note: why };
    return AssistanceLetter.parse(
      number === 1
        ? { kind: 'denied', ...denial, appealBy: appealUntil }
        : { kind: 'appeal_denied', ...denial },
    );
  }
  return AssistanceLetter.parse({
    kind: number === 1 ? 'awarded' : 'appeal_awarded',
    percent,
    ...(await takenOffBy(trx, determinationId)),
    waits: await waiting(trx, guarantorId, percent),
    validFrom: decidedOn,
    validUntil,
  });
}
