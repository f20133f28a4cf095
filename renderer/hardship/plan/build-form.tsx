import { Button } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { affordableFor } from '#shared/plans/means.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { AskNote } from '../../parts/ask-note.tsx';
import { Busy } from '../../parts/busy.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './builder.module.css';
import { HouseholdMeans } from './household-means.tsx';
import { OfferedToday } from './offered-today.tsx';
import { PaceBoxes } from './pace-boxes.tsx';
import { PlanDrawn } from './plan-drawn.tsx';
import { readMeans } from './read-means.ts';
import { readWish } from './read-wish.ts';
import type { BuilderForm, ChangeBuilder } from './use-builder.ts';
import { useCompared } from './use-compared.ts';
import { useIsApplied } from './use-is-applied.ts';
import { useSayFault } from './use-say-fault.ts';
import { WhatTheyCanPay } from './what-they-can-pay.tsx';

/** From what the household has to a plan that is offered, drawn and compared on the way. */
export function BuildForm({
  hardshipCase,
  ground,
  form,
  change,
}: {
  hardshipCase: HardshipCase;
  ground: PlanGround;
  form: BuilderForm;
  change: ChangeBuilder;
}) {
  const { t } = useTranslation('planBuilder');
  const { caseId, owner } = hardshipCase;
  const { today, state, openCents, pendingCents } = ground;
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const offer = useAskTo('hardshipPlans.offer');
  const sayFault = useSayFault();
  const isApplied = useIsApplied(caseId);
  const read = readMeans(form, ground);
  const affordable = read.means && affordableFor(read.means, { state, on: today });
  const wished = readWish(form, affordable, today);
  const wish = wished.ok ? wished.wish : undefined;
  const { data: compared, error, isFetching } = useCompared(caseId, wish, openCents);
  const rests = affordable?.amountCents === 0 && !form.passed;
  const plan = wish && compared?.plan;
  const notMine = owner?.isYou ? undefined : t(owner ? 'taken' : 'takeFirst');
  const fault = wished.ok ? undefined : sayFault(wished.fault);
  const faults = {
    pace: sayFault.ofPace(
      wished,
      tried || form[form.pace === 'months' ? 'months' : 'payment'] !== '',
    ),
    day: sayFault.ofDay(wished, tried || form.day !== ''),
  };
  const isSaid = plan !== undefined || faults.pace !== undefined || faults.day !== undefined;
  const problem = wish && compared && sayFault.problem(compared);
  const needs = notMine ?? fault ?? (read.means ? problem : t('needs.household'));

  function send() {
    setTried(true);
    if (needs) return announce(needs);
    if (!wish || !read.means || offer.isPending) return;
    const asked = { caseId, offerId: crypto.randomUUID(), wish, means: read.means };
    offer.mutate(asked, {
      async onSuccess({ offerId }) {
        await queries.invalidateQueries({ queryKey: ['hardshipPlans.ground', { caseId }] });
        change({ offerId, heard: null, agreesAbove: false });
      },
    });
  }

  return (
    <>
      <p className={classes.open}>{t('open', { amount: showMoney(openCents) })}</p>
      {pendingCents > 0 && (
        <p className={classes.small}>{t('pending', { amount: showMoney(pendingCents) })}</p>
      )}
      {isApplied && <AskNote sign={IconHeartHandshake}>{t('applied')}</AskNote>}
      <OfferedToday ground={ground} onGoOn={offerId => change({ offerId })} />
      <HouseholdMeans read={read} ground={ground} change={change} />
      {affordable && (
        <WhatTheyCanPay
          affordable={affordable}
          ground={ground}
          isApplied={isApplied}
          passed={form.passed}
          onPass={() => change({ passed: true, pace: 'payment' })}
        />
      )}
      {!rests && (
        <>
          <PaceBoxes form={form} change={change} today={today} faults={faults} />
          <Busy busy={isFetching} />
          <RefusedNote refused={error ?? (problem ? { message: problem } : null)} />
          {plan && <PlanDrawn plan={plan} published={compared.published} today={today} />}
          <p className={classes.small}>{notMine ?? (isSaid ? undefined : fault)}</p>
          <RefusedNote refused={offer.error} />
          <Button
            loading={offer.isPending}
            {...(needs && { 'aria-disabled': true, 'data-disabled': true })}
            onClick={send}
          >
            {t('offer')}
          </Button>
        </>
      )}
    </>
  );
}
