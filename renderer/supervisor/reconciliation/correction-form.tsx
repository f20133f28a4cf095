import { Button, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { cents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { MethodKind, Stage } from '#shared/reconciliation/stages.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Field } from '../../parts/field.tsx';
import { useKeys } from '../../parts/keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './reconciliation.module.css';
import { useRowWords } from './say-row.ts';

/** What turned out to be wrong with a closed day, by how much and why. */
export function CorrectionForm({
  day,
  onNoted,
  onLeave,
}: {
  day: ReconciledDay;
  /** The open day that it is dated in. */
  onNoted: (datedOn: CalendarDate) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const words = useRowWords();
  const queries = useQueryClient();
  const correct = useAskTo('reconciliation.correct');
  const reason = useReason();
  const [correctionId] = useState(() => crypto.randomUUID());
  const [chosen, choose] = useState({ stage: 'taken' as Stage, method: 'card' as MethodKind });
  const [way, setWay] = useState<'more' | 'less'>('less');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const amount = parseAmount(typed);

  useKeys({ Escape: { does: t('corrections.leave'), run: onLeave, shown: 'help' } });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const given = reason.give();
    if (!amount.ok || given === undefined || correct.isPending) return;
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
        onSuccess: ({ datedOn }) => {
          onNoted(datedOn);
          void queries.invalidateQueries({ queryKey: ['reconciliation.day'] });
        },
      },
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
        <Button size="compact-sm" variant="subtle" onClick={onLeave}>
          {t('corrections.leave')}
        </Button>
      </div>
    </form>
  );
}
