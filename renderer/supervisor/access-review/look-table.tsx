import { useTranslation } from 'react-i18next';
import { whyLooked } from '#shared/access-review/why-looked.ts';
import type { AccessLook } from '#shared/contract/access-review.ts';
import { sayCode } from '#shared/words/say-code.ts';
import { showTakenIn } from '../../audit/show-taken.ts';
import classes from './access-review.module.css';

const columns = ['at', 'user', 'whom', 'action', 'purpose', 'call'] as const;

/** Looks, one to a row, on the clock of the patient's region. */
export function LookTable({ looks }: { looks: readonly AccessLook[] }) {
  const { t } = useTranslation('accessReview');
  return (
    <table className={classes.table} aria-label={t('table')}>
      <thead>
        <tr>
          {columns.map(name => (
            <th key={name} scope="col">
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {looks.map(look => (
          <LookRow key={look.eventId} look={look} />
        ))}
      </tbody>
    </table>
  );
}

function LookRow({ look }: { look: AccessLook }) {
  const { t } = useTranslation('accessReview');
  const { at, region, userName, whom, action, purpose, callId } = look;
  const reason = whyLooked(look.reason);
  return (
    <tr>
      <td className={classes.when}>{showTakenIn(at, region)}</td>
      <th scope="row" className={classes.short}>
        {userName}
      </th>
      <td className={classes.whom}>
        {whom.name}
        <span className={classes.small}>
          {whom.mrn === null ? t('guarantor', whom) : t('mrn', { mrn: whom.mrn })}
        </span>
      </td>
      <td>
        {sayCode('looks', action)}
        {reason && <span className={classes.small}>{t('reason', { reason })}</span>}
      </td>
      <td>{t(`purposes.${purpose}`)}</td>
      <td className={classes.short}>{t(callId ? 'onCall' : 'noCall')}</td>
    </tr>
  );
}
