import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/calendar/dates.ts';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { announce } from '../../parts/announce.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import { showClock } from '../../parts/show-time.ts';
import classes from './found-list.module.css';
import { FoundRow } from './found-row.tsx';

/** Who was found. The first has the focus; arrow keys move, Enter chooses. */
export function FoundList({
  patients,
  copiedAt,
  onChoose,
}: {
  patients: readonly FoundPatient[];
  copiedAt: Instant | null;
  onChoose: (patient: FoundPatient) => void;
}) {
  const { t } = useTranslation('locate');
  const list = useRef<HTMLUListElement>(null);
  const says = patients.length > 0 ? t('found', { count: patients.length }) : t('nobody');

  useEffect(() => {
    announce(says);
    list.current?.querySelector('button')?.focus();
  }, [says]);

  return (
    <section aria-labelledby="found" className={classes.found}>
      <h3 id="found" className={classes.says}>
        {says}
      </h3>
      {copiedAt && <p className={classes.copied}>{t('copied', { time: showClock(copiedAt) })}</p>}
      <ul ref={list} aria-label={t('results')} onKeyDown={moveAmongRows}>
        {patients.map(patient => (
          <li key={patient.mrn}>
            <UnstyledButton className={classes.row} onClick={() => onChoose(patient)}>
              <FoundRow patient={patient} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
