import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import classes from './exceptions-page.module.css';
import type { QueueFilter } from './use-exceptions.ts';

/** How many are open of each kind there is; pressed, only these are shown, and again all. */
export function KindCounts({
  kinds,
  filter,
  onNarrow,
}: {
  kinds: ReadonlyMap<ExceptionKind, number>;
  filter: QueueFilter;
  onNarrow: (filter: QueueFilter) => void;
}) {
  const { t } = useTranslation('exceptions');
  const there = ExceptionKind.options.filter(kind => kinds.has(kind));
  if (there.length === 0) return null;
  return (
    <ul aria-label={t('byKind')} className={classes.kinds}>
      {there.map(kind => (
        <li key={kind}>
          <Button
            size="compact-xs"
            variant={filter.kind === kind ? 'filled' : 'default'}
            aria-pressed={filter.kind === kind}
            onClick={() => onNarrow({ ...filter, kind: filter.kind === kind ? null : kind })}
          >
            {t('ofKind', { kind: t(`kinds.${kind}`), open: kinds.get(kind) ?? 0 })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
