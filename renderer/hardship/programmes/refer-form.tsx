import { NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/desk/calls.ts';
import { OutsideProgramme } from '#shared/hardship/programmes.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { focusFirstWrong } from '../../parts/focus-first-wrong.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { FormButtons } from '../form-buttons.tsx';
import classes from './programmes.module.css';
import { ReferBoxes } from './refer-boxes.tsx';
import { useReadProgrammesAgain } from './use-programmes.ts';
import { useReferForm } from './use-refer-form.ts';

const words = { eligible: 'worth', not_eligible: 'notWorth', unknown: 'unknown' } as const;

/** Sends the household on to another programme; what the screening says is worth it comes first. */
export function ReferForm({
  caseId,
  known,
  onLeave,
}: {
  caseId: string;
  known: CallOutput<'programmes.list'>;
  onLeave: () => void;
}) {
  const { t } = useTranslation(['programmes', 'balance']);
  const form = useReferForm(caseId, known);
  const element = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [programmeReferralId] = useState(() => crypto.randomUUID());
  const refer = useAskTo('programmes.refer');
  const readAgain = useReadProgrammesAgain();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (refer.isPending) return;
    if (!form.referral) return focusFirstWrong(element.current);
    refer.mutate(
      { caseId, programmeReferralId, referral: form.referral },
      {
        onSuccess() {
          announce(t('referred'));
          onLeave();
        },
        onSettled: readAgain,
      },
    );
  }
  return (
    <form
      ref={element}
      className={classes.form}
      aria-label={t('refer')}
      noValidate
      onSubmit={submit}
    >
      <NativeSelect
        autoFocus
        label={t('programme')}
        value={form.programme}
        onChange={event => form.choose(OutsideProgramme.parse(event.currentTarget.value))}
        data={OutsideProgramme.options.map(value => {
          const programme = t(`balance:programmes.${value}`);
          const said = form.said[value];
          return { value, label: said ? t(words[said], { programme }) : programme };
        })}
      />
      <ReferBoxes form={form} tried={tried} />
      {form.asksWhy && (
        <Textarea
          label={t('inSpite')}
          description={t('inSpiteHint')}
          value={form.typed.inSpite}
          error={tried && form.faults.inSpite}
          errorProps={{ role: 'alert' }}
          maxLength={500}
          rows={2}
          onChange={event => form.type({ inSpite: event.currentTarget.value })}
        />
      )}
      <RefusedNote refused={refer.error} />
      <FormButtons does={t('send')} leaves={t('cancel')} busy={refer.isPending} onLeave={onLeave} />
    </form>
  );
}
