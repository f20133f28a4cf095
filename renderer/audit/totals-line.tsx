import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchTotals } from '#shared/contract/payment-search.ts';
import type { PaymentFilters } from '#shared/search/payment-search.ts';
import { announce } from '../parts/announce.tsx';
import { Busy } from '../parts/busy.tsx';
import { MoneyText } from '../parts/money-text.tsx';
import { CopiedMeanwhile } from './copied-note.tsx';
import classes from './search-page.module.css';
import type { Copied } from './use-copied.ts';
import { useTotals } from './use-found.ts';

const spelled = new Intl.NumberFormat('en-US');

/** How many were found and how much they are, by state and method where it is asked for; and whether there is news. */
export function TotalsLine({
  filters,
  enabled,
  isPageHere,
  busy,
  news,
  copied,
}: {
  filters: PaymentFilters;
  enabled: boolean;
  isPageHere: boolean;
  busy: boolean;
  news: { waiting: boolean; show: () => void };
  /** What the desk's copy shows while the backend is asked. */
  copied: Copied | null;
}) {
  const { t } = useTranslation('search');
  const { data: totals, error } = useTotals(filters, enabled && isPageHere);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (!totals) return;
    const { exact } = totals;
    const count = exact ? totals.count : totals.moreThan;
    announce(exact ? t('heard', { count }) : t('heardMore', { number: spelled.format(count) }));
  }, [totals, t]);
  return (
    <div className={classes.totals}>
      {enabled && !totals && !error && <span>{t('counting')}</span>}
      {enabled && totals && <Counted totals={totals} />}
      {enabled && totals?.exact && totals.groups.length > 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('groups')}
        </Button>
      )}
      {copied && <CopiedMeanwhile copied={copied} />}
      {news.waiting && (
        <span className={classes.news}>
          {t('news')}
          <Button size="compact-xs" variant="default" onClick={news.show}>
            {t('showNews')}
          </Button>
        </span>
      )}
      <Busy busy={busy} does={t('reading')} />
      {opened && enabled && totals?.exact && <Groups groups={totals.groups} />}
    </div>
  );
}

function Counted({ totals }: { totals: SearchTotals }) {
  const { t } = useTranslation('search');
  if (!totals.exact)
    return <span>{t('moreThan', { number: spelled.format(totals.moreThan) })}</span>;
  return (
    <>
      <span className={classes.count}>{t('found', { count: totals.count })}</span>
      <MoneyText amount={totals.cents} />
    </>
  );
}

function Groups({ groups }: { groups: Extract<SearchTotals, { exact: true }>['groups'] }) {
  const { t } = useTranslation(['search', 'balance']);
  return (
    <table className={classes.groups} aria-label={t('groups')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.state')}</th>
          <th scope="col">{t('columns.method')}</th>
          <th scope="col" className={classes.number}>
            {t('count')}
          </th>
          <th scope="col" className={classes.number}>
            {t('sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ state, method, count, cents }) => (
          <tr key={`${state} ${method}`}>
            <th scope="row">{t(`balance:states.${state}`)}</th>
            <td>{t(`methods.${method}`)}</td>
            <td className={classes.number}>{spelled.format(count)}</td>
            <td className={classes.number}>
              <MoneyText amount={cents} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
