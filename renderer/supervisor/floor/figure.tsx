import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './floor-page.module.css';

/**
 * A chart with the table behind it. The table is always there for who listens; who looks is shown it on demand, with
 * what in it can be opened.
 */
export function Figure({
  id,
  title,
  summary,
  legend,
  isEmpty,
  none,
  tables,
  chart,
  table,
  opens = false,
  said,
}: {
  id: string;
  title: string;
  /** What the chart shows, in one sentence. */
  summary: string;
  legend: ReactNode;
  isEmpty: boolean;
  /** What is said where there is nothing to draw; that nothing was in the days when left out. */
  none?: string;
  tables: boolean;
  chart: ReactNode;
  table: (opens: boolean) => ReactNode;
  /** The pieces of the chart open what they stand for. */
  opens?: boolean;
  /** What of it is said in a line of its own. */
  said?: string;
}) {
  const { t } = useTranslation('floor');
  return (
    <section aria-labelledby={`${id}-title`} className={classes.figure}>
      <h3 id={`${id}-title`} className={classes.figureTitle}>
        {title}
      </h3>
      {isEmpty ? (
        <p className={classes.nothing}>{none ?? t('nothing')}</p>
      ) : (
        <>
          <div className={classes.legend} aria-hidden="true">
            {legend}
          </div>
          {said && <p className={classes.said}>{said}</p>}
          {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have a name */}
          <div role={opens ? 'group' : 'img'} aria-label={summary} className={classes.chart}>
            {chart}
          </div>
          {tables ? table(true) : <VisuallyHidden>{table(false)}</VisuallyHidden>}
        </>
      )}
    </section>
  );
}
