import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { householdLimits } from '#shared/assistance/poverty-guideline.ts';
import { stateCodes } from '#shared/plans/states.ts';
import { Field } from '../../parts/field.tsx';
import { AskAloud } from './ask-aloud.tsx';
import type { HouseholdForm } from './household-form.ts';
import { readPeople } from './read-household.ts';
import { SaidAmountBox } from './said-amount-box.tsx';
import classes from './screening.module.css';
import { ToldChoice } from './told-choice.tsx';

interface Boxes {
  readonly form: HouseholdForm;
  readonly disabled: boolean;
  readonly change: (change: Partial<HouseholdForm>) => void;
}

/** How many they are, and where they live. */
export function WhoBoxes({ form, disabled, change }: Boxes) {
  const { t } = useTranslation('screening');
  const [isLeft, setLeft] = useState(false);
  const isWrong = readPeople(form.people) === undefined;
  return (
    <>
      <AskAloud asks="people" />
      <div className={classes.boxes}>
        <Field
          label={t('people')}
          inputMode="numeric"
          data-focus-first
          value={form.people}
          disabled={disabled}
          error={isLeft && isWrong ? t('peopleWrong', householdLimits) : undefined}
          onFocus={event => event.currentTarget.select()}
          onChange={event => {
            setLeft(false);
            change({ people: event.currentTarget.value });
          }}
          onBlur={() => setLeft(true)}
        />
        <NativeSelect
          label={t('state')}
          value={form.state}
          disabled={disabled}
          onChange={event => change({ state: event.currentTarget.value })}
          data={stateCodes}
        />
      </div>
    </>
  );
}

/** What they spend, what is offered to them, what they need. */
export function NeedBoxes({ form, disabled, change }: Boxes) {
  const { t } = useTranslation('screening');
  return (
    <div className={classes.needs}>
      <AskAloud asks="medicalExpenses" />
      <AskAloud asks="essentialExpenses" />
      <SaidAmountBox
        label={t('medicalExpenses')}
        hint={t('unaskedHint')}
        typed={form.medicalExpenses}
        disabled={disabled}
        onType={medicalExpenses => change({ medicalExpenses })}
      />
      <SaidAmountBox
        label={t('essentialExpenses')}
        hint={t('essentialHint')}
        typed={form.essentialExpenses}
        disabled={disabled}
        onType={essentialExpenses => change({ essentialExpenses })}
      />
      <AskAloud asks="coverage" />
      <AskAloud asks="prescriptions" />
      {(['coverage', 'prescriptions'] as const).map(asks => (
        <ToldChoice
          key={asks}
          label={t(asks)}
          told={form[asks]}
          disabled={disabled}
          onTell={told => change({ [asks]: told })}
        />
      ))}
    </div>
  );
}
