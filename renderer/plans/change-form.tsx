import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noCents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { needsCopy, type PlanChangeKind } from '#shared/plans/change.ts';
import { KeptForm } from '../call/kept/kept-form.tsx';
import { DisclosureBox } from '../call/plan/disclosure-box.tsx';
import { Field } from '../parts/field.tsx';
import { useKeys } from '../parts/keys.ts';
import { useSpoken } from '../parts/use-spoken.ts';
import { ChangeTable } from './change-table.tsx';
import classes from './plan-changes.module.css';
import type { ChangePlace } from './plan-changes.tsx';
import { ChangeCopy, ReadChange } from './read-change.tsx';
import { useChange } from './use-change.ts';
import { useWish } from './use-wish.ts';
import { WishBoxes } from './wish-boxes.tsx';

/** The language of the call, or in a case the one chosen here. */
function useLanguageOf(caseId: string | null) {
  const { language, setLanguage } = useSpoken();
  const [chosen, choose] = useState<'en' | 'es'>('en');
  return caseId === null ? ([language, setLanguage] as const) : ([chosen, choose] as const);
}

/** One change from the wish to the yes. */
export function ChangeForm({
  about: { caseId },
  plan,
  kind,
  onBack,
  onChanged,
}: {
  about: ChangePlace;
  plan: AgreedPlan;
  kind: PlanChangeKind;
  onBack: () => void;
  onChanged: (plan: AgreedPlan) => void;
}) {
  const { t } = useTranslation('planChanges');
  const { form, change, wish, fault: wishFault } = useWish(kind, plan);
  const under = useChange(plan.planId, caseId);
  const [language, setLanguage] = useLanguageOf(caseId);
  const [recording, setRecording] = useState('');
  const { offer, said, lacksCopy } = under;
  const needsRecording = caseId !== null && recording.trim() === '';
  const missing = lacksCopy ? 'copy' : !said ? 'said' : needsRecording ? 'recording' : undefined;
  const fault = offer ? missing && t(`needs.${missing}`) : wishFault;

  useKeys({ Escape: { does: t('back'), run: onBack } });

  function submit() {
    if (!offer) return wish && under.explain(wish);
    under.agree(language, caseId === null ? null : recording.trim(), onChanged);
  }
  return (
    <>
      <KeptForm
        does={t(offer ? `submit.${kind}` : 'explain')}
        fault={fault}
        busy={under.isPending}
        closed={fault !== undefined}
        refused={under.error}
        onFault={() => undefined}
        onSubmit={submit}
      >
        <WishBoxes
          kind={kind}
          inCase={caseId !== null}
          besideCents={plan.beside?.openCents ?? noCents}
          form={form}
          change={next => {
            under.forget();
            change(next);
          }}
        />
        {offer && (
          <>
            <ChangeTable terms={offer.terms} />
            {offer.terms.addedCents && (
              <p>{t('added', { amount: showMoney(offer.terms.addedCents) })}</p>
            )}
            {offer.terms.disclosure && (
              <DisclosureBox disclosure={offer.terms.disclosure} language={language} />
            )}
            {needsCopy(offer.terms) && <ChangeCopy copy={offer.copy} onWay={under.copy} />}
            <ReadChange
              offer={offer}
              language={language}
              onLanguage={setLanguage}
              said={said}
              canSay={!lacksCopy}
              onSaid={under.say}
            />
            {caseId !== null && (
              <Field
                label={t('recording')}
                value={recording}
                maxLength={40}
                onChange={event => setRecording(event.currentTarget.value)}
              />
            )}
          </>
        )}
        {fault && (
          <p role="status" className={classes.aside}>
            {fault}
          </p>
        )}
      </KeptForm>
      <Button variant="default" size="compact-sm" className={classes.back} onClick={onBack}>
        {t('back')}
      </Button>
    </>
  );
}
