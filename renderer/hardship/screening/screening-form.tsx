import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answersFor } from '#shared/assistance/answers.ts';
import { householdOf } from '#shared/assistance/told-household.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { Answers } from './answers.tsx';
import { AskAloud } from './ask-aloud.tsx';
import { NeedBoxes, WhoBoxes } from './household-boxes.tsx';
import { IncomeRows } from './income-rows.tsx';
import { readHousehold } from './read-household.ts';
import { SavedVersions } from './saved-versions.tsx';
import { SayAnswers } from './say-answers.tsx';
import classes from './screening.module.css';
import { useHouseholdForm, useSaveScreening } from './use-screening.ts';

/** The household as it is said, and what every programme answers while it is typed. */
export function ScreeningForm({
  hardshipCase,
  known,
}: {
  hardshipCase: HardshipCase;
  known: CallOutput<'screening.read'>;
}) {
  const { t } = useTranslation('screening');
  const { form, isTyped, change, forget } = useHouseholdForm(hardshipCase, known);
  const save = useSaveScreening(hardshipCase.caseId, forget);
  const disabled = !hardshipCase.owner?.isYou || hardshipCase.closed !== null;
  const { fault, said, confirmed, toConfirm } = readHousehold(form);
  const household = said && householdOf(said, hardshipCase.region);
  const answers = household && answersFor(household, known.today);
  const needs = fault ?? (isTyped ? undefined : 'nothing');
  const isNew = known.screenings.length === 0 && !isTyped;
  return (
    <>
      {disabled && hardshipCase.closed === null && (
        <p className={classes.small}>{t('onlyOwner')}</p>
      )}
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (said && needs === undefined && !save.isPending) save.send({ said, confirmed });
        }}
      >
        <WhoBoxes form={form} disabled={disabled} change={change} />
        <AskAloud asks="incomes" />
        <IncomeRows form={form} toConfirm={toConfirm} disabled={disabled} change={change} />
        <NeedBoxes form={form} disabled={disabled} change={change} />
        <RefusedNote refused={save.error} />
        <div className={classes.save}>
          <Button
            type="submit"
            size="compact-md"
            loading={save.isPending}
            {...((disabled || needs) && { 'aria-disabled': true, 'data-disabled': true })}
          >
            {t('save')}
          </Button>
          <span className={classes.small}>{needs && !isNew && t(`needs.${needs}`)}</span>
        </div>
      </form>
      {answers && household && (
        <section aria-label={t('results')} className={classes.results}>
          <h4 className={classes.legend}>{t('results')}</h4>
          <Answers answers={answers} household={household} />
          <SayAnswers results={answers.results} />
        </section>
      )}
      <SavedVersions screenings={known.screenings} />
    </>
  );
}
