import { sql } from 'kysely';
import type { WrittenAchFile } from '#shared/ach/write/write-ach-file.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AchOriginator } from '#shared/organization/ach-originators.ts';
import type { Database } from '../../database/connect.ts';
import type { Seal } from '../seal.ts';
import type { CutOff } from './outgoing.ts';
import { type FilePlace, type Ready, referenceOf } from './plan-file.ts';

export interface FileToKeep {
  readonly fileId: string;
  readonly originator: AchOriginator;
  readonly cutOff: CutOff;
  readonly place: FilePlace;
  readonly file: WrittenAchFile;
  readonly ready: readonly Ready[];
  readonly now: number;
  readonly seal: Seal;
}

function entriesOf({ file, ready, originator }: FileToKeep) {
  const written = new Map(file.entries.map(each => [each.reference, each]));
  return ready.map(({ outgoing, account, settlesOn }) => {
    const entry = written.get(referenceOf(outgoing));
    return {
      trace: entry?.trace,
      batch_number: entry?.batchNumber,
      sec_code: outgoing.secCode,
      company_id: originator.companyId,
      direction: outgoing.direction,
      payment_key: outgoing.paymentKey,
      refund_id: outgoing.refundId,
      guarantor_id: outgoing.guarantorId,
      amount_cents: outgoing.amountCents,
      bank_token: outgoing.bankToken,
      rdfi: account.routingNumber.slice(0, 8),
      settles_on: settlesOn,
    };
  });
}

/** The file, its entries and the next trace number, in the transaction that writes them. */
export async function keepFile(trx: Database, kept: FileToKeep): Promise<void> {
  const { fileId, originator, cutOff, place, file, ready, now, seal } = kept;
  await sql`
    INSERT INTO ach_file (file_id, odfi_routing, time_zone, business_day, created_on, id_modifier, entries,
      debit_cents, credit_cents, sealed, written_at)
    VALUES (${fileId}, ${originator.odfiRouting}, ${cutOff.timeZone}, ${cutOff.businessDay}, ${place.createdOn},
      ${place.fileIdModifier}, ${ready.length}, ${file.debitCents}, ${file.creditCents}, ${seal.seal(file.text)},
      ${instantOf(now)})`.execute(trx);
  await sql`
    INSERT INTO ach_entry (file_id, trace, batch_number, sec_code, company_id, direction, payment_key, refund_id,
      guarantor_id, amount_cents, bank_token, rdfi, settles_on)
    SELECT ${fileId}, trace, batch_number, sec_code, company_id, direction, payment_key, refund_id, guarantor_id,
      amount_cents, bank_token, rdfi, settles_on
    FROM jsonb_populate_recordset(NULL::ach_entry, ${JSON.stringify(entriesOf(kept))}::jsonb)`.execute(
    trx,
  );
  await sql`
    UPDATE ach_bank SET next_sequence = ${place.firstSequence + ready.length}
    WHERE odfi_routing = ${originator.odfiRouting}`.execute(trx);
}
