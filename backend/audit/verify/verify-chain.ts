import { hash } from 'node:crypto';
import { type ChainCheck, type Checkpoint, createChainCheck } from './check-chain.ts';
import { checkpointsOf, checkSigned, type SignedEnds } from './check-signed.ts';
import type { Broken } from './found.ts';

/** What came of a verification. */
export interface AuditVerdict {
  readonly chain: string;
  readonly records: number;
  /** When the end of the chain was signed; null of one without records. */
  readonly signedAt: string | null;
  readonly anchors: number;
  readonly broken: Broken | null;
}

/** The hash that the first record of a chain follows. */
export const genesisOf = (chain: string) => hash('sha256', chain);

/** Verifies the records of a chain, as `follow` hands them to the check, against what was signed about it. */
export async function verifyChain(
  ends: SignedEnds,
  follow: (check: ChainCheck) => Promise<void>,
  more: readonly Checkpoint[] = [],
): Promise<AuditVerdict> {
  const checkpoints = [...checkpointsOf(ends), ...more].sort((a, b) => a.position - b.position);
  const check = createChainCheck(genesisOf(ends.chain), checkpoints);
  await follow(check);
  const { records, broken } = check.end();
  const { chain, head, anchors, outside } = ends;
  return {
    chain,
    records,
    signedAt: head?.at ?? null,
    anchors: anchors.length + outside.length,
    broken: broken ?? checkSigned(ends, records),
  };
}
