import type { RefusalReason } from '#shared/desk/refusal.ts';

const notAnAnswer: readonly RefusalReason[] = [
  'unreachable',
  'backend_nonsense',
  'unavailable',
  'internal',
];

/** Whether what was asked for may have been done all the same: the backend said nothing, or nothing it means. */
export function isNoAnswer(reason: RefusalReason): boolean {
  return notAnAnswer.includes(reason);
}
