import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import { callbackFault } from '#shared/hardship/callback.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { regions } from '#shared/organization/regions.ts';
import { DayBox } from '../call/kept/day-box.tsx';
import { useInstant } from '../desk/use-now.ts';
import { NoteForm } from './note-form.tsx';
import { useCaseWork } from './use-case-work.ts';

/** The business days that are usually agreed on: the next two, and in a week or two. */
const USUAL_IN_BUSINESS_DAYS = [1, 2, 5, 10];

/** When the household is called back, and what about. */
export function CallbackForm({
  hardshipCase: { caseId, region },
  onLeave,
}: {
  hardshipCase: HardshipCase;
  onLeave: () => void;
}) {
  const { t } = useTranslation(['hardship', 'problems']);
  const today = dateIn(regions[region].timeZone, useInstant());
  const usual = USUAL_IN_BUSINESS_DAYS.map(count => businessDaysAfter(today, count));
  const [typed, setTyped] = useState<string>(usual[0] ?? today);
  const { asked, run } = useCaseWork('cases.callBack', t('heard.callback'), onLeave);
  // The same for as long as the form is open, so that what is sent twice is kept once.
  const itemId = useRef(crypto.randomUUID());
  const dueOn = CalendarDate.safeParse(typed).data;
  const fault = dueOn && callbackFault(dueOn, today);
  return (
    <NoteForm
      title={t('callBack')}
      label={t('callbackNote')}
      does={t('noteCallback')}
      noteFirst
      busy={asked.isPending}
      refused={asked.error}
      onSubmit={note =>
        dueOn && !fault && run({ caseId, itemId: itemId.current, callback: { dueOn, note } })
      }
      onLeave={onLeave}
    >
      <DayBox
        label={t('callbackDay')}
        day={typed}
        usual={usual}
        fault={dueOn ? fault && t(`problems:${fault}`) : t('dayMissing')}
        onDay={setTyped}
      />
    </NoteForm>
  );
}
