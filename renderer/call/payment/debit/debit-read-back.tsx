import { useTranslation } from 'react-i18next';
import { telSentences } from '#shared/ach/authorisation-words.ts';
import type { TelElement } from '#shared/ach/tel-authorisation.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { useKeys } from '../../../parts/keys.ts';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import { SAID_KEY } from '../../../parts/spoken-words.tsx';
import { useKeptInView } from '../../../parts/use-kept-in-view.ts';
import { useSpoken } from '../../../parts/use-spoken.ts';
import { useRegionToday } from '../../kept/use-region-today.ts';
import { Confirm } from '../confirm.tsx';
import { DuplicateWarning } from '../duplicate-warning.tsx';
import type { PayForm } from '../pay-form.ts';
import type { ChangeForm } from '../use-pay-form.ts';
import type { EnteredPayment } from '../what-is-missing.ts';
import { AuthorisationSentence } from './authorisation-sentence.tsx';
import classes from './debit.module.css';
import { DebitDay } from './debit-day.tsx';
import { readDebit } from './read-debit.ts';
import { SpokenYes } from './spoken-yes.tsx';

/**
 * The authorisation of a debit, read sentence by sentence: F8 acknowledges what the sentence states and goes
 * to the next, and at the end is the caller's yes. Only then may the key that sends it be pressed.
 */
export function DebitReadBack({
  call,
  form,
  change,
  payment,
  account,
}: {
  call: OpenCall;
  form: PayForm;
  change: ChangeForm;
  payment: EnteredPayment;
  account: NonNullable<OpenCall['bankAccount']>;
}) {
  const { t } = useTranslation('payment');
  const { language } = useSpoken();
  const agree = useAskTo('debits.agree');
  const { today, now } = useRegionToday(call);
  const { amountCents } = payment;
  const debit =
    amountCents === undefined
      ? undefined
      : readDebit(call, form, account, amountCents, language, now);

  function hear(elements: readonly TelElement[]) {
    if (!debit || debit.agreed) return;
    change({ heard: { of: debit.of, elements: [...new Set([...debit.heard, ...elements])] } });
  }
  function unhear(element: TelElement) {
    if (!debit || debit.agreed) return;
    change({ heard: { of: debit.of, elements: debit.heard.filter(each => each !== element) } });
  }
  function sayYes() {
    if (!debit || debit.agreed || debit.missing.length > 0 || agree.isPending) return;
    const { debitOn, amountCents: agreedCents } = debit.facts;
    const acknowledged = [...debit.heard];
    agree.mutate({ language, debitOn, amountCents: agreedCents, acknowledged });
  }
  const next = telSentences.find(({ states }) =>
    states.some(element => debit?.missing.includes(element)),
  );
  const closed = debit === undefined || debit.dayFault !== undefined || debit.agreed !== null;
  useKeys(
    closed
      ? {}
      : {
          [SAID_KEY]: next
            ? { does: t('debit.read'), run: () => hear(next.states) }
            : { does: t('debit.saidYes'), run: sayYes },
        },
  );
  const end = useKeptInView<HTMLDivElement>(debit !== undefined && next === undefined);
  if (!debit) return null;
  return (
    <section aria-labelledby="debit" className={classes.debit}>
      <h3 id="debit" className={classes.title}>
        {t('debit.title')}
      </h3>
      <DebitDay debit={debit} form={form} change={change} today={today} />
      <ol className={classes.sentences}>
        {telSentences.map(sentence => (
          <AuthorisationSentence
            key={sentence.name}
            sentence={sentence}
            debit={debit}
            isNext={!closed && next === sentence}
            onHear={element => hear([element])}
            onUnhear={unhear}
          />
        ))}
      </ol>
      <div ref={end}>
        <SpokenYes debit={debit} isNext={!closed && !next} onYes={sayYes} />
        <RefusedNote refused={agree.error} />
        <DuplicateWarning payment={payment} form={form} change={change} />
        <Confirm call={call} form={form} payment={payment} debit={debit} />
      </div>
    </section>
  );
}
