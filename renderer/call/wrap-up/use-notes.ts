import { useEffect, useRef } from 'react';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';

/** Long enough that a word is finished, short enough that a crash costs no sentence. */
const KEPT_AFTER_MS = 600;

/** The notes of the call, kept in the journal while they are typed. */
export function useNotes(call: OpenCall) {
  const keep = useAskTo('call.keepNotes');
  const [notes, setNotes] = useKept(`${call.callId}:notes`, call.notes);
  const kept = useRef(notes);
  const { mutate } = keep;

  useEffect(() => {
    if (notes === kept.current) return;
    const timer = setTimeout(() => {
      kept.current = notes;
      mutate({ notes });
    }, KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [notes, mutate]);

  return { notes, setNotes, refused: keep.error };
}
