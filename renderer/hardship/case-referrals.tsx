import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { showMoment } from '../parts/show-time.ts';
import classes from './case.module.css';

/** What the caller said when they were referred, so that nobody asks it again. */
export function CaseReferrals({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation(['hardship', 'balance']);
  const { referrals, patients } = hardshipCase;
  if (referrals.length === 0) return null;
  const nameOf = (mrn: string) => patients.find(each => each.mrn === mrn)?.fullName ?? '';
  return (
    <section aria-labelledby="case-referrals" className={classes.part}>
      <h3 id="case-referrals" className={classes.title}>
        {t('referrals')}
      </h3>
      <ul>
        {referrals.map(({ referralId, programme, mrn, context, by, referredAt, language }) => (
          <li key={referralId} className={classes.referral}>
            <p className={classes.said}>{context}</p>
            <p className={classes.small}>
              {t('referred', {
                programme: t(`balance:programmes.${programme}`),
                name: nameOf(mrn),
                by,
                at: showMoment(referredAt),
              })}{' '}
              {t(`speaks.${language}`)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
