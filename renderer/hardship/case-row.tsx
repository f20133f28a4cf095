import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ListedCase } from '#shared/hardship/case.ts';
import { useInstant } from '../desk/use-now.ts';
import classes from './case-list.module.css';
import { PriorityMark } from './priority-mark.tsx';

/** One case in the list: whose, what is to be done and by when, how pressing it is, and who has it. */
export function CaseRow({ listed }: { listed: ListedCase }) {
  const { t } = useTranslation('hardship');
  const today = dateIn('UTC', useInstant());
  const { guarantorName, priority, dueOn, isOverdue, items, owner } = listed;
  const kinds = [...new Set(items.map(item => item.kind))];
  const date = dueOn && sayDate('en', dueOn, today);
  return (
    <span className={classes.cells}>
      <span className={classes.who}>{guarantorName}</span>
      <PriorityMark priority={priority} />
      <span className={classes.what}>
        {kinds.length > 0 ? kinds.map(kind => t(`item.${kind}`)).join(', ') : t('nothingToDo')}
      </span>
      {date && (
        <span className={classes.due} data-overdue={isOverdue || undefined}>
          {t(isOverdue ? 'overdue' : 'due', { date })}
        </span>
      )}
      <span className={classes.owner} data-yours={owner?.isYou || undefined}>
        {owner ? t(owner.isYou ? 'yours' : 'theirs', { name: owner.name }) : t('nobodys')}
      </span>
    </span>
  );
}
