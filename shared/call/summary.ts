import type { i18n } from 'i18next';
import type { BalanceSummary } from '../balance/summarise.ts';
import type { Instant } from '../calendar/dates.ts';
import type { OpenCall } from '../desk/open-call.ts';
import { masked } from '../identifiers/mask.ts';
import { showMoney } from '../money/show-money.ts';
import { afterSentences } from './after-sentence.ts';
import { lastedMs } from './call-length.ts';
import { keptSentences } from './kept-sentence.ts';
import { paymentSentence } from './payment-sentence.ts';
import { planSentences } from './plan-sentence.ts';
import { verificationSentence } from './verification-sentence.ts';

type BalanceFacts = Pick<BalanceSummary, 'openCents' | 'overdueCents' | 'oldestOverdueDays'>;

/**
 * The summary of a call, out of what happened on it: plain sentences in English, whatever the caller
 * spoke. Identifiers are masked and nobody is named. `balance` is what the backend said last, perhaps
 * after a payment of this call, and null when none was read to the caller; `endedAt` is now while the
 * call goes on.
 */
export function summariseCall(
  call: OpenCall,
  balance: BalanceFacts | null,
  endedAt: Instant,
  words: i18n,
): string {
  return [
    callSentence(call, endedAt, words),
    patientSentence(call, words),
    verificationSentence(call.verification, words),
    balance && balanceSentence(balance, words),
    ...call.attempts.map(attempt => paymentSentence(attempt, words)),
    ...keptSentences(call, words),
    ...afterSentences(call, words),
    ...planSentences(call, words),
  ]
    .filter(Boolean)
    .join(' ');
}

function callSentence(call: OpenCall, endedAt: Instant, words: i18n) {
  const say = words.getFixedT('en', 'summary');
  const { reference, options, said } = call;
  const minutes = Math.round(lastedMs(call, Date.parse(endedAt)) / 60_000);
  const length = say('minutes', { count: Math.max(1, minutes) });
  const aids = [
    ...(options.interpreter ? [say('aids.interpreter')] : []),
    ...(options.tty ? [say('aids.tty')] : []),
  ];
  const values = { reference, length, language: say(`languages.${options.language}`) };
  const notice = say(said.includes('recording_notice') ? 'noticeRead' : 'noticeNotRead');
  return aids.length > 0
    ? `${say('callWith', { ...values, aids: new Intl.ListFormat('en').format(aids) })} ${notice}`
    : `${say('call', values)} ${notice}`;
}

function patientSentence({ patient }: OpenCall, words: i18n): string {
  const say = words.getFixedT('en', 'summary');
  if (!patient) return say('noPatient');
  return say('patient', { mrn: masked(patient.mrn), guarantor: masked(patient.guarantorId) });
}

function balanceSentence(balance: BalanceFacts, words: i18n): string {
  const say = words.getFixedT('en', 'summary');
  const open = showMoney(balance.openCents);
  if (balance.overdueCents <= 0) return say('balance', { open });
  const overdue = showMoney(balance.overdueCents);
  return say('balanceOverdue', { open, overdue, count: balance.oldestOverdueDays });
}
