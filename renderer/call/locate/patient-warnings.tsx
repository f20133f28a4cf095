import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import classes from './patient-warnings.module.css';

export type Warning = 'locked' | 'deceased' | 'minor';

function warningsOf(patient: FoundPatient): Warning[] {
  return [
    ...(patient.lockedAt ? (['locked'] as const) : []),
    ...(patient.isDeceased ? (['deceased'] as const) : []),
    ...(patient.isMinor ? (['minor'] as const) : []),
  ];
}

/** What must be known of a patient before a word is said: by sign, word and sentence. */
export function PatientWarnings({
  patient,
  except,
}: {
  patient: FoundPatient;
  /** What is said in full elsewhere on the page. */
  except?: Warning | undefined;
}) {
  const { t } = useTranslation('locate');
  const warnings = warningsOf(patient).filter(warning => warning !== except);
  return warnings.map(warning => {
    const Sign = warning === 'locked' ? IconHandStop : IconAlertTriangle;
    return (
      <span key={warning} className={classes.warning} data-warning={warning}>
        <Sign size={16} aria-hidden="true" />
        <strong>{t(`warnings.${warning}`)}</strong>
        <span className={classes.words}>{t(`warningWords.${warning}`)}</span>
      </span>
    );
  });
}
