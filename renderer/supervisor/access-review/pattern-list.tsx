import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ListedPattern } from '#shared/contract/access-review.ts';
import { FilterBox } from '../../audit/filter-box.tsx';
import { useAsk } from '../../desk/ask.ts';
import { AskAgain } from '../../parts/ask-again.tsx';
import { Busy } from '../../parts/busy.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import classes from './access-review.module.css';
import { PatternItem } from './pattern-item.tsx';
import { isTurned, usePatternDays } from './use-looks.ts';

/** What stands out among the looks of some days: what nobody has looked at first. */
export function PatternList({
  today,
  onShow,
}: {
  today: CalendarDate;
  onShow: (listed: ListedPattern) => void;
}) {
  const { t } = useTranslation('accessReview');
  const [days, keepDays] = usePatternDays(today);
  const turned = isTurned(days);
  const { data, error, isFetching, refetch } = useAsk('access.patterns', days, {
    enabled: !turned,
  });
  return (
    <>
      <section aria-label={t('days')} className={classes.days}>
        {(['from', 'to'] as const).map(end => (
          <FilterBox
            key={end}
            type="date"
            label={t(end)}
            value={days[end]}
            error={end === 'from' && turned ? t('turned') : undefined}
            onChange={value => {
              const day = CalendarDate.safeParse(value).data;
              if (day) keepDays({ ...days, [end]: day });
            }}
          />
        ))}
      </section>
      {error && (
        <AskAgain refused={error} busy={isFetching} again={refetch}>
          {t('again')}
        </AskAgain>
      )}
      <Busy busy={isFetching} does={t('reading')} />
      {data && (
        <p className={classes.small}>
          {t('patternsNote', { from: sayDate('en', data.from), to: sayDate('en', days.to) })}
        </p>
      )}
      {data?.patterns.length === 0 && (
        <EmptyState title={t('nothingTitle')}>{t('nothing')}</EmptyState>
      )}
      <ul className={classes.list}>
        {data?.patterns.map(listed => (
          <PatternItem key={Object.values(listed.key).join(' ')} listed={listed} onShow={onShow} />
        ))}
      </ul>
      {data && data.more > 0 && <p>{t('beyond', { count: data.more })}</p>}
    </>
  );
}
