import { useTranslation } from 'react-i18next';
import type { FloorDay } from '#shared/contract/floor.ts';
import { standingIn } from '#shared/floor/counted.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { FindNumber } from './find-number.tsx';
import classes from './floor-page.module.css';
import { NumberTable } from './number-table.tsx';
import { sayCount } from './say.ts';
import { countOf, sumOf } from './sums.ts';

/** The payments of one day by method, each sum a way into the search. */
export function MethodsTable({ day, region }: { day: FloorDay; region: RegionCode | null }) {
  const { t } = useTranslation(['floor', 'search']);
  const { on, taken } = day;
  const span = { region, from: on, to: on };
  return (
    <section aria-labelledby="floor-methods-title" className={classes.figure}>
      <h3 id="floor-methods-title" className={classes.figureTitle}>
        {t('methods.title')}
      </h3>
      {taken.length === 0 ? (
        <p className={classes.nothing}>{t('none')}</p>
      ) : (
        <NumberTable
          label={t('methods.title')}
          head={[t('methods.method'), t('methods.count'), t('methods.sum')]}
          rows={[
            ...taken.map(({ method, count, cents }) => ({
              key: method,
              label: t(`search:methods.${method}`),
              cells: [
                sayCount(count),
                <FindNumber
                  key="find"
                  what={t(`search:methods.${method}`)}
                  filters={standingIn(span, [method])}
                >
                  {showMoney(cents)}
                </FindNumber>,
              ],
            })),
            {
              key: 'all',
              label: t('methods.all'),
              cells: [
                sayCount(countOf(taken)),
                <FindNumber key="find" what={t('methods.all')} filters={standingIn(span)}>
                  {showMoney(sumOf(taken))}
                </FindNumber>,
              ],
            },
          ]}
        />
      )}
    </section>
  );
}
