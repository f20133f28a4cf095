import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { regions } from '#shared/organization/regions.ts';
import classes from './found-row.module.css';
import { PatientWarnings, type Warning } from './patient-warnings.tsx';

/** One found patient: enough to choose by and to be warned, nothing that only a verified caller may hear. */
export function FoundRow({ patient, except }: { patient: FoundPatient; except?: Warning }) {
  const { t } = useTranslation(['locate', 'common']);
  const about = [
    patient.isGuarantor ? t('guarantorSelf') : t('guarantor', { name: patient.guarantorName }),
    regions[patient.region].name,
    t(`speaks.${patient.language}`),
  ];
  return (
    <span className={classes.row}>
      <strong className={classes.name}>{patient.name}</strong>
      <span className={classes.mrn}>{t('common:mrn', { last4: masked(patient.mrn) })}</span>
      <span className={classes.about}>{about.join(' · ')}</span>
      <PatientWarnings patient={patient} except={except} />
    </span>
  );
}
