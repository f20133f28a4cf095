import { useTranslation } from 'react-i18next';
import { conspicuousRows, otherTerms, scheduleRows } from '#shared/plans/disclosure-words.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import type { Language } from '#shared/words/words.ts';
import classes from './disclosure-box.module.css';

/**
 * The disclosure as 12 CFR 1026.18 has it: apart from everything else, rate and finance charge standing out; in the
 * language that is spoken, so that it can be read aloud as it stands.
 */
export function DisclosureBox({
  disclosure,
  language,
}: {
  disclosure: PlanDisclosure;
  language: Language;
}) {
  const { t, i18n } = useTranslation('plan');
  const said = i18n.getFixedT(language, 'disclosure');
  return (
    <section aria-label={t('box')} lang={language} className={classes.box}>
      <dl className={classes.figures}>
        {conspicuousRows(disclosure, i18n, language).map(({ name, means, value, stands }) => (
          <div key={name} data-stands={stands}>
            <dt>
              {name}
              <span className={classes.means}>{means}</span>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className={classes.schedule} aria-label={said('schedule')}>
        <thead>
          <tr>
            {(['number', 'amount', 'when'] as const).map(column => (
              <th key={column} scope="col">
                {said(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scheduleRows(disclosure, i18n, language).map(cells => (
            <tr key={cells.join()}>
              {cells.map(cell => (
                <td key={cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={classes.other}>
        {[
          ...otherTerms(disclosure, i18n, language),
          [said('creditor'), disclosure.creditor] as const,
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
