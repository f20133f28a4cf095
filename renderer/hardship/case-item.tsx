import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { endByThemselves, type HardshipItem } from '#shared/hardship/items.ts';
import { useInstant } from '../desk/use-now.ts';
import classes from './case.module.css';
import { NoteForm } from './note-form.tsx';
import { useCaseWork } from './use-case-work.ts';

/** One thing to do, and the form that says it is done. */
export function CaseItem({
  hardshipCase: { caseId },
  item,
  mayFinish,
}: {
  hardshipCase: HardshipCase;
  item: HardshipItem;
  mayFinish: boolean;
}) {
  const { t } = useTranslation('hardship');
  const today = dateIn('UTC', useInstant());
  const [finishing, setFinishing] = useState(false);
  const { itemId, kind, dueOn, isOverdue, note } = item;
  const name = t(`item.${kind}`);
  const { asked, run } = useCaseWork('cases.finishItem', t('heard.done', { item: name }));
  const does = t('doneOf', { item: name });
  return (
    <li className={classes.item}>
      <div className={classes.itemLine}>
        <span>
          <strong>{name}</strong>
          {note && <span className={classes.itemNote}> {note}</span>}
        </span>
        <span className={classes.due} data-overdue={isOverdue || undefined}>
          {t(isOverdue ? 'overdue' : 'due', { date: sayDate('en', dueOn, today) })}
        </span>
        {mayFinish && !finishing && !endByThemselves.includes(kind) && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={does}
            onClick={() => setFinishing(true)}
          >
            {t('done')}
          </Button>
        )}
      </div>
      {mayFinish && finishing && (
        <NoteForm
          title={does}
          label={t('whatWasDone')}
          does={t('finish')}
          busy={asked.isPending}
          refused={asked.error}
          onSubmit={said => run({ caseId, itemId, done: { note: said } })}
          onLeave={() => setFinishing(false)}
        />
      )}
    </li>
  );
}
