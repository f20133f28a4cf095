import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchedPayment } from '#shared/contract/payment-search.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { useKeys } from '../parts/keys.ts';
import { gridColumns } from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import classes from './payment-grid.module.css';
import type { UseAsked } from './use-asked.ts';
import type { useFound } from './use-found.ts';

const ROW_PX = 34;
/** So near to its end the next page is asked for. */
const AHEAD = 30;

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** What was found, a row for each; only those in view are drawn. Arrow keys move, Enter opens. */
export function PaymentGrid({
  payments,
  found,
  use,
  chosen,
  onChoose,
}: {
  payments: readonly SearchedPayment[];
  found: ReturnType<typeof useFound>;
  use: UseAsked;
  chosen: AttemptKey | null;
  onChoose: (key: AttemptKey) => void;
}) {
  const { t } = useTranslation('search');
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const at = Math.min(active, payments.length - 1);
  const rows = useVirtualizer({
    count: payments.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollPaddingStart: ROW_PX,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  useEffect(() => {
    if (last > payments.length - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, payments.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useKeys(
    Object.fromEntries(
      gridColumns.flatMap(({ name, by }, index) =>
        by
          ? [
              [
                `Ctrl+${index + 1}`,
                {
                  does: t('keys.sort', { column: t(`columns.${name}`) }),
                  run: () => use.sortBy(by),
                  shown: 'help' as const,
                },
              ],
            ]
          : [],
      ),
    ),
  );

  function move(event: KeyboardEvent) {
    const step = steps[event.key];
    const row = payments[at];
    if (event.target !== grid.current) return;
    if (event.key === 'Enter' && row) onChoose(row.key);
    else if (step !== undefined) {
      const next = Math.max(0, Math.min(payments.length - 1, at + step));
      setActive(next);
      rows.scrollToIndex(next);
    } else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are drawn only while they are in view
    <div
      ref={grid}
      id="found-grid"
      role="grid"
      tabIndex={0}
      aria-label={t('grid')}
      aria-rowcount={hasNextPage ? -1 : payments.length + 1}
      aria-colcount={gridColumns.length}
      aria-activedescendant={shown.some(({ index }) => index === at) ? `found-${at}` : undefined}
      className={classes.grid}
      onKeyDown={move}
    >
      <GridHead use={use} />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const payment = payments[index];
          return (
            payment && (
              <GridRow
                key={payment.key}
                payment={payment}
                index={index}
                top={start}
                height={ROW_PX}
                isActive={index === at}
                isChosen={payment.key === chosen}
                onChoose={() => {
                  setActive(index);
                  onChoose(payment.key);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
