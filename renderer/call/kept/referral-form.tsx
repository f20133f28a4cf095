import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssistanceProgramme } from '#shared/billing/referral.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { AssistanceLine } from './assistance-line.tsx';
import { KeptForm } from './kept-form.tsx';
import { useKeptForm } from './use-kept-form.ts';

const empty: { programme: AssistanceProgramme; context: string } = {
  programme: 'mfa',
  context: '',
};

/** Hands the caller on to a counselor, with what was said so that nobody asks it again. */
export function ReferralForm({ call }: { call: OpenCall }) {
  const { t } = useTranslation(['kept', 'balance']);
  const [form, change, clear] = useKeptForm(call.callId, 'referral', empty);
  const [tried, setTried] = useState(false);
  const refer = useAskTo('referrals.make');
  const fault = form.context.trim() === '' ? t('contextMissing') : undefined;
  return (
    <KeptForm
      does={t('submit.referral')}
      fault={fault}
      busy={refer.isPending}
      refused={refer.error}
      onFault={() => setTried(true)}
      onSubmit={() => refer.mutate(form, { onSuccess: clear })}
    >
      <AssistanceLine call={call} />
      <NativeSelect
        label={t('programme')}
        data-focus-first
        value={form.programme}
        onChange={event =>
          change({ programme: AssistanceProgramme.parse(event.currentTarget.value) })
        }
        data={AssistanceProgramme.options.map(value => ({
          value,
          label: t(`balance:programmes.${value}`),
        }))}
      />
      <Textarea
        label={t('context')}
        description={t('contextHint')}
        value={form.context}
        error={tried && fault}
        autosize
        minRows={4}
        maxRows={10}
        maxLength={2000}
        onChange={event => change({ context: event.currentTarget.value })}
      />
    </KeptForm>
  );
}
