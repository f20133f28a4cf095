import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { mayHaveHappenedOn } from '#shared/hardship/programme-days.ts';
import type { Refused } from '../../desk/refused.ts';
import { Field } from '../../parts/field.tsx';
import { focusFirstWrong } from '../../parts/focus-first-wrong.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { FormButtons } from '../form-buttons.tsx';
import classes from './programmes.module.css';

/** What happened to a referral: when, in which words, and what belongs to it. */
export function StepForm({
  does,
  days,
  noteFault,
  isOpen,
  busy,
  refused,
  onDone,
  onLeave,
  children,
}: {
  does: string;
  /** Between which days it can have happened. */
  days: { readonly since: CalendarDate; readonly today: CalendarDate };
  noteFault: (note: string) => string | undefined;
  /** Whether what belongs to it is right. */
  isOpen: boolean;
  busy: boolean;
  refused: Refused | null;
  onDone: (happenedOn: CalendarDate, note: string) => void;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation(['programmes', 'problems']);
  const element = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState({ day: String(days.today), note: '' });
  const [tried, setTried] = useState(false);
  const day = CalendarDate.safeParse(typed.day).data;
  const isDayRight = day !== undefined && mayHaveHappenedOn(day, days);
  const note = typed.note.trim();
  const ofNote = noteFault(note);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy) return;
    if (!isDayRight || ofNote || !isOpen) return focusFirstWrong(element.current);
    onDone(day, note);
  }
  return (
    <form ref={element} className={classes.form} aria-label={does} noValidate onSubmit={submit}>
      <div className={classes.boxes}>
        {children}
        <Field
          type="date"
          label={t('happenedOn')}
          value={typed.day}
          error={isDayRight ? undefined : t(day ? 'problems:programme_day_wrong' : 'dayMissing')}
          onChange={event => setTyped({ ...typed, day: event.currentTarget.value })}
        />
      </div>
      <Field
        label={t('note')}
        value={typed.note}
        error={tried && ofNote}
        maxLength={500}
        onChange={event => setTyped({ ...typed, note: event.currentTarget.value })}
      />
      <RefusedNote refused={refused} />
      <FormButtons does={t('done')} leaves={t('cancel')} busy={busy} onLeave={onLeave} />
    </form>
  );
}
