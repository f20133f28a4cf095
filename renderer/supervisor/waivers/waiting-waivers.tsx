import { useTranslation } from 'react-i18next';
import type { WaitingWaiver } from '#shared/contract/waivers.ts';
import { useAskTo } from '../../desk/ask.ts';
import { showMoment } from '../../parts/show-time.ts';
import { DecideForm } from '../decisions/decide-form.tsx';
import { DecidedList } from '../decisions/decided-list.tsx';
import { DecidedRow } from '../decisions/decided-row.tsx';
import { useListed } from '../decisions/use-listed.ts';

/** Late fees that callers ask not to pay, until a second person has decided. */
export function WaitingWaivers() {
  const { t } = useTranslation('afterPayment');
  const { data, refetch } = useListed('waivers.waiting');
  if (!data) return null;
  return (
    <DecidedList
      title={t('waiver.title')}
      label={t('waiver.list')}
      none={t('waiver.none')}
      items={data.waivers}
      idOf={({ waiverId }) => waiverId}
      row={waiver => (
        <DecidedRow {...waiver}>
          {waiver.description}
          {', '}
          {t('waiting.asked', { name: waiver.askedByName, at: showMoment(waiver.askedAt) })}
          {': '}
          {waiver.reason}
        </DecidedRow>
      )}
      form={waiver => <Decide waiver={waiver} onDecided={() => void refetch()} />}
    />
  );
}

function Decide({ waiver, onDecided }: { waiver: WaitingWaiver; onDecided: () => void }) {
  const { t } = useTranslation('afterPayment');
  const decide = useAskTo('waivers.decide');
  const { data } = decide;
  return (
    <DecideForm
      yes={t('waiver.waive')}
      no={t('waiver.deny')}
      hint={t('waiver.reasonHint')}
      busy={decide.isPending}
      refused={decide.error}
      done={data && t(`waiver.decided.${data.state}`)}
      onDecide={(isYes, reason) => {
        const { waiverId } = waiver;
        const decision = isYes ? 'waive' : 'deny';
        decide.mutate({ waiverId, decision, reason }, { onSuccess: onDecided });
      }}
    />
  );
}
