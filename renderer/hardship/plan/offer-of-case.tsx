import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { asksMoreThanAffordable } from '#shared/plans/means.ts';
import type { PlanOffer } from '#shared/plans/offer.ts';
import { planParts } from '#shared/plans/spoken-terms.ts';
import { DisclosureBox } from '../../call/plan/disclosure-box.tsx';
import { ReadPlan } from '../../call/plan/read-plan.tsx';
import { announce } from '../../parts/announce.tsx';
import { Field } from '../../parts/field.tsx';
import { LanguageChoice } from '../../parts/language-switch.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './builder.module.css';
import { CopyInCase } from './copy-in-case.tsx';
import { EveryPayment } from './every-payment.tsx';
import { ScheduleChart } from './schedule-chart.tsx';
import { useAgreeInCase } from './use-agree-in-case.ts';
import type { BuilderForm, ChangeBuilder } from './use-builder.ts';

/** What was offered: disclosed, sent in writing, read aloud, and agreed to on a recording. */
export function OfferOfCase({
  hardshipCase: { caseId },
  ground,
  form,
  change,
  offer,
}: {
  hardshipCase: HardshipCase;
  ground: PlanGround;
  form: BuilderForm;
  change: ChangeBuilder;
  offer: PlanOffer;
}) {
  const { t } = useTranslation(['planBuilder', 'plan']);
  const language = form.language ?? ground.language;
  const agree = useAgreeInCase(caseId, change);
  const { disclosure, means, copy, offerId } = offer;
  const heard = form.heard?.offerId === offerId ? form.heard : null;
  const next = planParts.find(part => !heard?.parts.includes(part));
  const isAbove = asksMoreThanAffordable(disclosure, means);
  const recordingReference = form.recording.trim();
  const unread = copy ? next : 'copy';
  const needs =
    (unread && t(`plan:needs.${unread}`)) ||
    (isAbove && !form.agreesAbove && t('aboveNeeded')) ||
    (recordingReference === '' && t('recordingMissing')) ||
    undefined;

  function hear() {
    if (!next) return;
    if (!copy) return announce(t('plan:needs.copy'));
    const { planId, parts } = heard ?? { planId: crypto.randomUUID(), parts: [] };
    change({ heard: { offerId, planId, parts: [...parts, next] } });
  }

  function send() {
    if (needs) return announce(needs);
    if (!heard || agree.isPending) return;
    const { planId } = heard;
    const aboveAffordable = isAbove && form.agreesAbove;
    agree.send({ caseId, planId, offerId, language, recordingReference, aboveAffordable });
  }

  return (
    <>
      <div>
        <ScheduleChart disclosure={disclosure} today={ground.today} />
        <EveryPayment disclosure={disclosure} today={ground.today} />
      </div>
      <DisclosureBox disclosure={disclosure} language={language} />
      <CopyInCase caseId={caseId} offer={offer} language={language} />
      <ReadPlan
        offer={offer}
        heard={heard?.parts ?? []}
        next={next}
        language={language}
        choice={
          <LanguageChoice language={language} onChange={next => change({ language: next })} />
        }
        onHear={hear}
      />
      {isAbove && means && (
        <Checkbox
          size="xs"
          classNames={{ description: classes.aboveNote }}
          label={t('aboveSaid')}
          description={t('above', { amount: showMoney(means.affordable.amountCents) })}
          checked={form.agreesAbove}
          onChange={event => change({ agreesAbove: event.currentTarget.checked })}
        />
      )}
      <Field
        label={t('recording')}
        maxLength={40}
        value={form.recording}
        onChange={event => change({ recording: event.currentTarget.value })}
      />
      <RefusedNote refused={agree.error} />
      <p className={classes.small}>{needs}</p>
      <div className={classes.buttons}>
        <Button
          loading={agree.isPending}
          {...(needs && { 'aria-disabled': true, 'data-disabled': true })}
          onClick={send}
        >
          {t('plan:submit')}
        </Button>
        <Button variant="default" onClick={() => change({ offerId: null, heard: null })}>
          {t('change')}
        </Button>
      </div>
    </>
  );
}
