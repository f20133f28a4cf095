import { Button, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { cents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { MethodKind, Stage } from '#shared/reconciliation/stages.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Field } from '../../parts/field.tsx';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './reconciliation.module.css';
import { useRowWords } from './say-row.ts';

/** Notes what turned out to be wrong with a closed day. */
export function CorrectionForm({ day }: { day: ReconciledDay }) {
  const { t } = useTranslation('reconciliation');
  const words = useRowWords();
  const queries = useQueryClient();
  const correct = useAskTo('reconciliation.correct');
  const reason = useReason();
  const [correctionId, setId] = useState<string | null>(null);
  const [chosen, choose] = useState({ stage: 'taken' as Stage, method: 'card' as MethodKind });
  const [way, setWay] = useState<'more' | 'less'>('less');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const amount = parseAmount(typed);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const given = reason.give();
    if (!correctionId || !amount.ok || given === undefined || correct.isPending) return;
    const { region, businessOn } = day;
    const amountCents = cents(way === 'less' ? -amount.amountCents : amount.amountCents);
    correct.mutate(
      {
        region,
        day: businessOn,
        correctionId,
        ...chosen,
        amountCents,
        paymentKey: null,
        reason: given,
      },
      {
        onSuccess: () => {
          setId(null);
          void queries.invalidateQueries({ queryKey: ['reconciliation.day'] });
        },
      },
    );
  }
  if (correctionId === null) {
    return (
      <div className={classes.form}>
        {correct.data && (
          <p role="status">
            {t('corrections.kept', { day: sayDate('en', correct.data.datedOn, day.today) })}
          </p>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setId(crypto.randomUUID())}>
          {t('corrections.begin')}
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} noValidate aria-label={t('corrections.begin')} className={classes.form}>
      <div className={classes.boxes}>
        <NativeSelect
          autoFocus
          label={t('corrections.what')}
          value={chosen.stage}
          onChange={event => choose({ ...chosen, stage: Stage.parse(event.currentTarget.value) })}
          data={Stage.options.map(value => ({ value, label: t(`stages.${value}`) }))}
        />
        <NativeSelect
          label={t('corrections.method')}
          value={chosen.method}
          onChange={event =>
            choose({ ...chosen, method: MethodKind.parse(event.currentTarget.value) })
          }
          data={MethodKind.options.map(value => ({ value, label: words.method(value) }))}
        />
        <NativeSelect
          label={t('corrections.way')}
          value={way}
          onChange={event => setWay(event.currentTarget.value === 'more' ? 'more' : 'less')}
          data={(['less', 'more'] as const).map(value => ({
            value,
            label: t(`corrections.${value}`),
          }))}
        />
        <Field
          label={t('corrections.amount')}
          value={typed}
          error={tried && !amount.ok && t('corrections.amountMissing')}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      </div>
      <ReasonBox reason={reason} label={t('corrections.reason')} hint={t('corrections.hint')} />
      <RefusedNote refused={correct.error} />
      <div className={classes.boxes}>
        <Button type="submit" size="compact-sm" loading={correct.isPending}>
          {t('corrections.keep')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setId(null)}>
          {t('corrections.leave')}
        </Button>
      </div>
    </form>
  );
}
