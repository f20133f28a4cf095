import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { caseNumber } from '#shared/hardship/case-number.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { regions } from '#shared/organization/regions.ts';
import { MoneyText } from '../parts/money-text.tsx';
import classes from './case.module.css';
import { CaseOwner } from './case-owner.tsx';
import { ClosedNote } from './closed-note.tsx';
import { PriorityChoice } from './priority-choice.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { ReopenForm } from './reopen-form.tsx';

/** Whose case it is: the guarantor, the patients they pay for, what is open, and which counselor has it. */
export function CaseHead({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation(['hardship', 'common']);
  const { guarantorName, guarantorId, region, patients, owner, closed } = hardshipCase;
  const { caseId, medicalCents, pastDueCents } = hardshipCase;
  return (
    <section aria-labelledby="case-of" className={classes.part}>
      <div className={classes.headline}>
        <h3 id="case-of" className={classes.name}>
          {guarantorName}
        </h3>
        <PriorityMark priority={hardshipCase.priority} />
        {owner?.isYou && !closed && <PriorityChoice hardshipCase={hardshipCase} />}
      </div>
      <p className={classes.small}>
        {t('guarantor', { id: guarantorId, region: regions[region].name })}
        {' · '}
        {t('caseNumber', { number: caseNumber(caseId) })}
      </p>
      <ul aria-label={t('patients')} className={classes.patients}>
        {patients.map(({ mrn, fullName }) => (
          <li key={mrn}>
            {fullName}{' '}
            <span className={classes.small}>{t('common:mrn', { last4: masked(mrn) })}</span>
          </li>
        ))}
      </ul>
      <dl className={classes.amounts}>
        <div>
          <dt className={classes.small}>{t('medical')}</dt>
          <dd>
            <MoneyText amount={medicalCents} size="large" />
          </dd>
        </div>
        <div>
          <dt className={classes.small}>{t('overdueAmount')}</dt>
          <dd className={classes.pastDue}>
            <MoneyText amount={pastDueCents} />
          </dd>
        </div>
      </dl>
      {closed ? (
        <>
          <ClosedNote closed={closed} />
          <ReopenForm caseId={caseId} />
        </>
      ) : (
        <CaseOwner hardshipCase={hardshipCase} />
      )}
    </section>
  );
}
