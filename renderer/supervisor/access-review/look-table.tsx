import { useTranslation } from 'react-i18next';
import type { AccessLook } from '#shared/contract/access-review.ts';
import { showTaken } from '../../audit/show-taken.ts';
import classes from './access-review.module.css';

const columns = ['at', 'user', 'whom', 'action', 'purpose', 'call'] as const;

/** Which file or payment it was tells a reader nothing that the look itself does not. */
const NAMES_AN_ID = /^(export|payment) [0-9a-f-]{36}$/;

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
  const { at, region, userName, whom, action, purpose, callId, reason } = look;
  return (
    <tr>
      <td className={classes.when}>{showTaken(at, region)}</td>
      <th scope="row">{userName}</th>
      <td>
        {whom.name}
        <span className={classes.small}>
          {whom.mrn === null ? t('guarantor', whom) : t('mrn', { mrn: whom.mrn })}
        </span>
      </td>
      <td>
        {action.replaceAll('_', ' ')}
        {reason && !NAMES_AN_ID.test(reason) && (
          <span className={classes.small}>{t('reason', { reason })}</span>
        )}
      </td>
      <td>{t(`purposes.${purpose}`)}</td>
      <td>{t(callId ? 'onCall' : 'noCall')}</td>
    </tr>
  );
}
