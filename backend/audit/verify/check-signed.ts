import type { PublicAuditKey, SignedHead } from '#shared/audit/signed-head.ts';
import { isSignedBy, keyIdOf } from '../signing-key.ts';
import type { Checkpoint } from './check-chain.ts';
import type { Broken } from './found.ts';

/** Where a chain has to have been, as somebody signed. */
export interface SignedEnds {
  readonly chain: string;
  /** Null of a chain without a record. */
  readonly head: SignedHead | null;
  readonly anchors: readonly SignedHead[];
  /** Anchors that were kept elsewhere. */
  readonly outside: readonly SignedHead[];
  /** The keys that are believed. */
  readonly keys: readonly PublicAuditKey[];
}

const nameOf = ({ what, at }: SignedHead) =>
  what === 'seal' ? 'The signed end of the chain' : `The anchor of ${at.slice(0, 10)}`;

const endsOf = ({ head, anchors, outside }: SignedEnds) =>
  [...outside, ...anchors, ...(head ? [head] : [])].toSorted((a, b) => a.position - b.position);

/** What the chain's hashes are held against on the way. */
export function checkpointsOf(ends: SignedEnds): Checkpoint[] {
  return endsOf(ends)
    .filter(({ chain }) => chain === ends.chain)
    .map(end => ({ position: end.position, hash: end.hash, said: nameOf(end) }));
}

function ofEnd(end: SignedHead, { chain, keys }: SignedEnds, records: number): Broken | null {
  const about = { position: null, id: null };
  if (end.chain !== chain) {
    return { what: 'anchor_differs', ...about, why: `${nameOf(end)} is of another chain.` };
  }
  const key = keys.find(({ keyId }) => keyId === end.keyId);
  if (!key || keyIdOf(key.publicKey) !== key.keyId) {
    const why = `${nameOf(end)} is signed with key ${end.keyId}, which is none of those that are believed.`;
    return { what: 'wrong_key', ...about, why };
  }
  if (!isSignedBy(key.publicKey, end, end.signature)) {
    return {
      what: 'not_signed',
      ...about,
      why: `${nameOf(end)} does not bear the signature of key ${end.keyId}.`,
    };
  }
  if (end.position <= records) return null;
  const why = `${nameOf(end)} counts ${end.position} records, and only ${records} are there.`;
  return { what: 'cut_off', position: records + 1, id: null, why };
}

/** Holds what was signed against how far the chain goes. */
export function checkSigned(ends: SignedEnds, records: number): Broken | null {
  for (const end of endsOf(ends)) {
    const broken = ofEnd(end, ends, records);
    if (broken) return broken;
  }
  const signedTo = ends.head?.position ?? 0;
  if (signedTo >= records) return null;
  const why = `Nobody signed for what comes after record ${signedTo}.`;
  return { what: 'not_signed', position: signedTo + 1, id: null, why };
}
