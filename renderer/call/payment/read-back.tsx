import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { permissionValues } from '#shared/payments/words.ts';
import { useAskTo } from '../../desk/ask.ts';
import { SpokenWords } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import { shownTo } from '../balance/shown-to.ts';
import { Acknowledge } from './acknowledge.tsx';
import { Confirm } from './confirm.tsx';
import { DuplicateWarning } from './duplicate-warning.tsx';
import { KeepCard } from './kept/keep-card.tsx';
import type { PayForm } from './pay-form.ts';
import { permissionFor } from './permission-for.ts';
import classes from './read-back.module.css';
import type { ChangeForm } from './use-pay-form.ts';
import type { EnteredPayment } from './what-is-missing.ts';

/** The payment read back to the caller, their permission, and the key that charges. */
export function ReadBack({
  call,
  form,
  change,
  payment,
  card,
}: {
  call: OpenCall;
  form: PayForm;
  change: ChangeForm;
  payment: EnteredPayment;
  card: NonNullable<OpenCall['card']>;
}) {
  const { t } = useTranslation('payment');
  const { say, language } = useSpoken();
  const { mutate: noteSaid } = useAskTo('call.said');
  // A card that is being kept on this very call is still read back as it was.
  const [wasKept] = useState(call.storedMethodId !== null);
  const [offering, setOffering] = useState(false);
  const { amountCents, accountNumbers } = payment;
  if (amountCents === undefined) return null;
  const permission = permissionFor(call, amountCents);
  return (
    <section aria-labelledby="read-back" className={classes.readBack}>
      <h3 id="read-back" className={classes.title}>
        {t('readBack')}
      </h3>
      <SpokenWords
        acknowledge={
          <Acknowledge
            label={t('permissionGiven')}
            given={form.permission === permission}
            rests={offering}
            onGive={() => {
              change({ permission });
              noteSaid({ script: 'card_permission' });
            }}
          />
        }
      >
        {say(
          wasKept ? 'keptCardPermission' : 'cardPermission',
          permissionValues(language, card, amountCents, accountNumbers),
        )}
      </SpokenWords>
      {shownTo(call) === 'verified' && (
        <KeepCard call={call} card={card} offering={offering} setOffering={setOffering} />
      )}
      <DuplicateWarning payment={payment} form={form} change={change} />
      <Confirm call={call} form={form} payment={payment} />
    </section>
  );
}
