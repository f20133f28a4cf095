import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import page from '../supervisor-page.module.css';
import classes from './exceptions-page.module.css';
import { KindCounts } from './kind-counts.tsx';
import { type QueueFilter, useExceptionCounts } from './use-exceptions.ts';

const COUNT_AGAIN_MS = 5_000;

/** How many are open, by kind, and what of them is shown. */
export function QueueFilters({
  filter,
  onNarrow,
}: {
  filter: QueueFilter;
  onNarrow: (filter: QueueFilter) => void;
}) {
  const { t } = useTranslation('exceptions');
  const counts = useExceptionCounts(COUNT_AGAIN_MS);
  const open = counts?.open ?? 0;
  const kinds = new Map(counts?.kinds.map(({ kind, count }) => [kind, count]));
  const isOver = filter.whose === 'resolved';
  const words = {
    everybodys: t('whose.everybodys'),
    mine: t('whose.mine', { open: counts?.mine ?? 0 }),
    nobodys: t('whose.nobodys', { open: counts?.nobodys ?? 0 }),
    resolved: t('whose.resolved'),
  };
  return (
    <>
      <h1 className={page.title}>{open > 0 ? t('count', { count: open }) : t('emptyTitle')}</h1>
      <p className={page.intro}>{t(isOver ? 'introResolved' : open > 0 ? 'intro' : 'empty')}</p>
      <KindCounts kinds={kinds} filter={filter} onNarrow={onNarrow} />
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label={t('whoseFilter')}
          value={filter.whose}
          onChange={whose => onNarrow({ ...filter, whose })}
          data={(['everybodys', 'mine', 'nobodys', 'resolved'] as const).map(value => ({
            value,
            label: words[value],
          }))}
        />
        <NativeSelect
          size="xs"
          aria-label={t('kindFilter')}
          value={filter.kind ?? ''}
          onChange={event =>
            onNarrow({
              ...filter,
              kind: ExceptionKind.safeParse(event.currentTarget.value).data ?? null,
            })
          }
          data={[
            { value: '', label: t('everyKind') },
            ...ExceptionKind.options.map(kind => ({
              value: kind,
              label: t('ofKind', { kind: t(`kinds.${kind}`), open: kinds.get(kind) ?? 0 }),
            })),
          ]}
        />
      </div>
    </>
  );
}
