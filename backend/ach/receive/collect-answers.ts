import type { AchParts } from '../ach-parts.ts';
import { type BankFile, BankSilent } from '../bank-port.ts';
import { receiveAchFile } from './receive-ach-file.ts';

/**
 * Takes what the bank has for us. A file is confirmed after it is kept, applied or refused, so that after a
 * crash in between it comes again and is known.
 */
export async function collectAchAnswers(parts: AchParts) {
  const counts = { files: 0, refused: 0, returns: 0, notices: 0 };
  const files = await parts.bank.collect().catch((error): readonly BankFile[] => {
    if (error instanceof BankSilent) return [];
    throw error;
  });
  for (const { id, text } of files) {
    const received = await receiveAchFile(parts, text);
    counts.files += 1;
    if (received.outcome === 'refused') counts.refused += 1;
    if (received.outcome === 'applied') {
      counts.returns += received.returns;
      counts.notices += received.notices;
    }
    await parts.bank.confirm(id);
  }
  return counts;
}
