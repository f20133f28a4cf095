import { useTranslation } from 'react-i18next';
import { conspicuousRows, otherTerms, scheduleRows } from '#shared/plans/disclosure-words.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import classes from './disclosure-box.module.css';

/** The disclosure as 12 CFR 1026.18 has it: apart from everything else, rate and finance charge standing out. */
export function DisclosureBox({ disclosure }: { disclosure: PlanDisclosure }) {
  const { t, i18n } = useTranslation(['plan', 'disclosure']);
  return (
    <section aria-label={t('box')} className={classes.box}>
      <dl className={classes.figures}>
        {conspicuousRows(disclosure, i18n).map(({ name, means, value, stands }) => (
          <div key={name} data-stands={stands}>
            <dt>
              {name}
              <span className={classes.means}>{means}</span>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className={classes.schedule} aria-label={t('disclosure:schedule')}>
        <thead>
          <tr>
            {(['number', 'amount', 'when'] as const).map(column => (
              <th key={column} scope="col">
                {t(`disclosure:${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scheduleRows(disclosure, i18n).map(cells => (
            <tr key={cells.join()}>
              {cells.map(cell => (
                <td key={cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={classes.other}>
        {[...otherTerms(disclosure, i18n), [t('disclosure:creditor'), disclosure.creditor]].map(
          ([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
