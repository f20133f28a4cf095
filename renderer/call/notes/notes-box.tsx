import { Textarea, type TextareaProps } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useNotes } from './use-notes.ts';

export const NOTES_KEY = 'Ctrl+J';

/** The box for the notes of the call, reached by its key from anywhere on it. */
export function NotesBox({
  call,
  onKeyDown,
  ...look
}: {
  call: OpenCall;
  onKeyDown?: (event: KeyboardEvent) => void;
} & Pick<TextareaProps, 'label' | 'aria-labelledby' | 'placeholder' | 'minRows' | 'maxRows'>) {
  const { t } = useTranslation('wrapUp');
  const { notes, setNotes, refused } = useNotes(call);
  const box = useRef<HTMLTextAreaElement>(null);
  useKeys({
    [NOTES_KEY]: { does: t('notes'), run: () => box.current?.focus(), shown: 'help' },
  });
  return (
    <>
      <Textarea
        {...look}
        ref={box}
        autosize
        value={notes}
        onChange={event => setNotes(event.currentTarget.value)}
        {...(onKeyDown && { onKeyDown })}
        maxLength={4000}
        aria-keyshortcuts="Control+J"
      />
      <RefusedNote refused={refused} />
    </>
  );
}
