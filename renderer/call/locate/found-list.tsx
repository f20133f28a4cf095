import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { announce } from '../../parts/announce.tsx';
import classes from './found-list.module.css';
import { FoundRow } from './found-row.tsx';

/** Who was found. The first has the focus; arrow keys move, Enter chooses. */
export function FoundList({
  patients,
  onChoose,
}: {
  patients: readonly FoundPatient[];
  onChoose: (patient: FoundPatient) => void;
}) {
  const { t } = useTranslation('locate');
  const list = useRef<HTMLUListElement>(null);
  const says = patients.length > 0 ? t('found', { count: patients.length }) : t('nobody');

  useEffect(() => {
    announce(says);
    list.current?.querySelector('button')?.focus();
  }, [says]);

  function move(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const rows: Element[] = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = by && document.activeElement && rows[rows.indexOf(document.activeElement) + by];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <section aria-labelledby="found" className={classes.found}>
      <h3 id="found" className={classes.says}>
        {says}
      </h3>
      <ul ref={list} aria-label={t('results')} onKeyDown={move}>
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
