import type { AchParts } from '../ach-parts.ts';
import { banksAndZones } from './cut-offs.ts';
import { handOverFiles } from './hand-over.ts';
import { writeDueFile } from './write-file.ts';

/**
 * Writes the file of each bank and zone whose cut-off has passed, and hands over what is committed. May be
 * killed anywhere, started again, and started by several servers at once: each payment is sent once.
 */
export async function originateAch(parts: AchParts) {
  const counts = { files: 0, entries: 0, handedOver: 0 };
  for (const group of banksAndZones()) {
    const entries = await writeDueFile(parts, group);
    counts.entries += entries;
    counts.files += entries > 0 ? 1 : 0;
  }
  counts.handedOver = await handOverFiles(parts);
  return counts;
}
