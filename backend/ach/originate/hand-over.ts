import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AchParts } from '../ach-parts.ts';
import { BankSilent } from '../bank-port.ts';

/**
 * Hands over what is committed and not yet with the bank, as often as it takes: the bank knows a file by its
 * id. Gives how many it took; where it stays silent the file waits for the next time.
 */
export async function handOverFiles({ db, clock, bank, seal }: AchParts): Promise<number> {
  const { rows } = await sql<{ file_id: string; sealed: Buffer }>`
    SELECT file_id, sealed FROM ach_file WHERE handed_over_at IS NULL ORDER BY written_at`.execute(
    db,
  );
  let taken = 0;
  for (const { file_id, sealed } of rows) {
    try {
      await bank.handOver(file_id, seal.open(sealed));
    } catch (error) {
      if (error instanceof BankSilent) return taken;
      throw error;
    }
    await sql`
      UPDATE ach_file SET handed_over_at = ${instantOf(clock())}
      WHERE file_id = ${file_id} AND handed_over_at IS NULL`.execute(db);
    taken += 1;
  }
  return taken;
}
