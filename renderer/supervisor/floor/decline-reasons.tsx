import { useTranslation } from 'react-i18next';
import type { Floor } from '#shared/contract/floor.ts';
import classes from './floor-page.module.css';
import { NumberTable } from './number-table.tsx';
import { sayCount } from './say.ts';

/** Why cards were declined, the most frequent reason first. */
export function DeclineReasons({ declines }: Pick<Floor, 'declines'>) {
  const { t } = useTranslation(['floor', 'summary']);
  return (
    <section aria-labelledby="floor-reasons-title" className={classes.figure}>
      <h3 id="floor-reasons-title" className={classes.figureTitle}>
        {t('declines.reasons')}
      </h3>
      {declines.length === 0 ? (
        <p className={classes.nothing}>{t('nothing')}</p>
      ) : (
        <NumberTable
          label={t('declines.reasons')}
          head={[t('declines.reason'), t('declines.count')]}
          rows={declines.map(({ code, count }) => ({
            key: code,
            label: t(`summary:declines.${code}`),
            cells: [sayCount(count)],
          }))}
        />
      )}
    </section>
  );
}
