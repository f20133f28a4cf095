import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { regions } from '#shared/organization/regions.ts';
import classes from './found-row.module.css';
import { PatientWarnings } from './patient-warnings.tsx';

/** One found patient: enough to choose by and to be warned, nothing that only a verified caller may hear. */
export function FoundRow({ patient }: { patient: FoundPatient }) {
  const { t } = useTranslation(['locate', 'common']);
  return (
    <span className={classes.row}>
      <strong className={classes.name}>{patient.name}</strong>
      <span>{t('common:mrn', { last4: masked(patient.mrn) })}</span>
      <span className={classes.secondary}>
        {patient.isGuarantor ? t('guarantorSelf') : t('guarantor', { name: patient.guarantorName })}
      </span>
      <span className={classes.secondary}>
        {regions[patient.region].name} · {t(`speaks.${patient.language}`)}
      </span>
      <PatientWarnings patient={patient} />
    </span>
  );
}
