import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { Keycap } from '../../parts/keycap.tsx';
import classes from './call-notes.module.css';
import { NOTES_KEY, NotesBox } from './notes-box.tsx';

/**
 * Notes at any time of the call: one line until something is typed. Escape goes back to the work. So does
 * the key that charges: whoever is writing means the note by it, not the card.
 */
export function CallNotes({ call, onLeave }: { call: OpenCall; onLeave: () => void }) {
  const { t } = useTranslation('wrapUp');

  function leave(event: KeyboardEvent) {
    const charges = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !charges) return;
    event.preventDefault();
    onLeave();
  }

  return (
    <section aria-labelledby="call-notes" className={classes.notes}>
      <div className={classes.head}>
        <h3 id="call-notes" className={classes.title}>
          {t('notes')}
        </h3>
        <Keycap name={NOTES_KEY} />
      </div>
      <NotesBox
        call={call}
        aria-labelledby="call-notes"
        placeholder={t('notesShortHint')}
        minRows={1}
        maxRows={6}
        onKeyDown={leave}
      />
    </section>
  );
}
