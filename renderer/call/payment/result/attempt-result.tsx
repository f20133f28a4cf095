import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { announce } from '../../../parts/announce.tsx';
import { Approved } from './approved.tsx';
import { Declined } from './declined.tsx';
import { NotCharged } from './not-charged.tsx';
import { OtherStanding } from './other-standing.tsx';
import { type ResultKind, resultKind } from './result-kind.ts';
import { Sending } from './sending.tsx';
import { Unknown } from './unknown.tsx';
import { Voided } from './voided.tsx';

export interface ResultProps {
  readonly attempt: Attempt;
  readonly call: OpenCall;
  /** Puts this result aside and begins anew. */
  readonly onAnother: () => void;
  /** Puts this result aside, keeps the amount and opens the card entry. */
  readonly onTakeCard: () => void;
}

const results: Readonly<Record<ResultKind, (props: ResultProps) => React.JSX.Element>> = {
  sending: Sending,
  unknown: Unknown,
  approved: Approved,
  declined: Declined,
  not_charged: NotCharged,
  voided: Voided,
  other: OtherStanding,
};

/** What became of a payment. It stays until somebody puts it aside, and changes by itself with the truth. */
export function AttemptResult(props: ResultProps) {
  const { t } = useTranslation('payment');
  const kind = resultKind(props.attempt.state);
  useEffect(() => announce(t(`resultHeard.${kind}`)), [kind, t]);
  const Result = results[kind];
  return <Result {...props} />;
}
