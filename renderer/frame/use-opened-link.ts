import { useEffect } from 'react';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../desk/ask.ts';
import { keep, useKept } from '../desk/kept.ts';

type Refused = Exclude<NonNullable<CallOutput<'links.take'>>['kind'], 'payment'>;

/** Each is given once, so what comes is kept, whoever has asked. */
async function follow(): Promise<void> {
  const link = await ask('links.take', null).catch(() => null);
  if (!link) return;
  keep('link:refused', link.kind === 'payment' ? null : link.kind);
  if (link.kind !== 'payment') return;
  keep('audit:payment', link.key);
  keep('supervisor:view', 'search');
}

/**
 * Follows a link that this desk was asked to open, also one that came while nobody was signed in or the desk was
 * locked. Gives why one was not followed, and what puts that away.
 */
export function useOpenedLink(): { refused: Refused | null; putAway: () => void } {
  const [refused, setRefused] = useKept<Refused | null>('link:refused', null);
  useEffect(() => {
    void follow();
    return window.desk.listen('link', () => void follow());
  }, []);
  return { refused, putAway: () => setRefused(null) };
}
