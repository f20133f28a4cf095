import { useEffect } from 'react';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';

/** Long enough that a word is finished, short enough that a crash costs no sentence. */
const KEPT_AFTER_MS = 600;

/** The text of the notes, the same in every place of the call. */
export function useNotesText(call: OpenCall): [string, (notes: string) => void] {
  return useKept(`${call.callId}:notes`, call.notes);
}

/**
 * The notes of the call: one text wherever it is typed, kept in the journal while it is. What the journal
 * has is remembered beside it, so that a box which goes away in the middle of a word loses nothing.
 */
export function useNotes(call: OpenCall) {
  const keep = useAskTo('call.keepNotes');
  const [notes, setNotes] = useNotesText(call);
  const [inJournal, setInJournal] = useKept(`${call.callId}:notes-in-journal`, call.notes);
  const { mutate } = keep;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new setter comes with every render and does the same
  useEffect(() => {
    if (notes === inJournal) return;
    const timer = setTimeout(
      () => mutate({ notes }, { onSuccess: () => setInJournal(notes) }),
      KEPT_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [notes, inJournal, mutate]);

  return { notes, setNotes, refused: keep.error };
}
