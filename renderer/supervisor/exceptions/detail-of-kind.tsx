import type { OpenedException } from '#shared/contract/exception-queue.ts';
import { ArrivalDetail } from '../arrivals/arrival-detail.tsx';
import { UnpostedDetail } from '../traces/unposted-detail.tsx';
import { UnlockRecord } from '../unlock-record.tsx';
import { FromBank } from './from-bank.tsx';
import { NotTaken } from './not-taken.tsx';
import { OtherFacts } from './other-facts.tsx';
import { OutcomeDetail } from './outcome-detail.tsx';
import { PaymentsOf } from './payments-of.tsx';

/** What is known of the thing an exception is about, with the forms that belong to it. */
export function DetailOfKind({
  opened,
  away,
  onDone,
}: {
  opened: OpenedException;
  away: boolean;
  onDone: () => void;
}) {
  const { exception, detail } = opened;
  const { outcome, unposted, fromBank, notTaken, record, payments } = detail;
  return (
    <>
      {exception.kind === 'unknown' && outcome && (
        <OutcomeDetail outcome={outcome} away={away} onOverridden={onDone} />
      )}
      {unposted && <UnpostedDetail payment={unposted} onClosed={onDone} />}
      {fromBank && <FromBank exception={fromBank} />}
      {notTaken && <NotTaken exception={notTaken} />}
      {exception.kind === 'unmatched' && (
        <ArrivalDetail arrival={detail.arrival} onAssigned={onDone} />
      )}
      {record && <UnlockRecord heading="h4" patient={record} onUnlocked={onDone} />}
      <OtherFacts detail={detail} />
      <PaymentsOf payments={payments} />
    </>
  );
}
