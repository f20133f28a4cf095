import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { canPay, type StoredMethod } from '#shared/stored/stored-method.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import { permissionFor } from '../permission-for.ts';
import type { ChangeForm } from '../use-pay-form.ts';
import type { EnteredPayment } from '../what-is-missing.ts';
import classes from './kept.module.css';
import { OfferedWords } from './offered-words.tsx';
import { StoredLine } from './stored-line.tsx';
import { useStoredMethods } from './use-stored-methods.ts';

/** What a caller's yes to a kept card would be a permission for. */
function permissionOf(
  call: OpenCall,
  { method, goodThrough }: StoredMethod,
  payment: EnteredPayment,
) {
  const { amountCents } = payment;
  if (method.kind !== 'card' || goodThrough === null || amountCents === undefined) return null;
  const card = { brand: method.brand, last4: method.last4, goodThrough };
  return permissionFor({ card, attempts: call.attempts }, amountCents);
}

/**
 * Cards and accounts that are kept, to pay with instead of a capture. For the newest card that can pay, the
 * words are there at once: reading them and hearing the yes is all that comes before the key that charges.
 */
export function StoredMethods({
  call,
  payment,
  change,
  away,
  mayGoOn,
}: {
  call: OpenCall;
  payment: EnteredPayment;
  change: ChangeForm;
  away: boolean;
  /** Whether amount and split are there; says what is missing when they are not. */
  mayGoOn: () => boolean;
}) {
  const { t } = useTranslation('payment');
  const { data } = useStoredMethods(call);
  const choose = useAskTo('storedMethods.choose');
  const { mutate: noteSaid } = useAskTo('call.said');
  const methods = data?.methods ?? [];
  if (methods.length === 0) return null;
  const { amountCents, allocation, accountNumbers } = payment;
  const isReady = !away && allocation !== undefined && call.said.includes('recording_notice');
  const offered = methods.find(each => each.method.kind === 'card' && canPay(each));

  function use({ methodId, method }: StoredMethod, permission: string | null) {
    if (choose.isPending || !mayGoOn()) return;
    const given = permission === null ? {} : { permission };
    change({ method: method.kind, heard: null, ...given });
    const said = () => permission !== null && noteSaid({ script: 'card_permission' });
    // Not a callback of the mutation: this panel is gone once the card is chosen.
    choose.mutateAsync({ methodId }).then(said, () => undefined);
  }
  return (
    <section aria-labelledby="kept-title" className={classes.kept}>
      <h3 id="kept-title" className={classes.title}>
        {t('kept.title')}
      </h3>
      <RefusedNote refused={choose.error} />
      <ul className={classes.items}>
        {methods.map(each => (
          <StoredLine
            key={each.methodId}
            call={call}
            stored={each}
            away={away}
            onUse={() => use(each, null)}
          >
            {each === offered && isReady && amountCents && each.method.kind === 'card' && (
              <OfferedWords
                card={each.method}
                amountCents={amountCents}
                accountNumbers={accountNumbers}
                onYes={() => use(each, permissionOf(call, each, payment))}
              />
            )}
          </StoredLine>
        ))}
      </ul>
    </section>
  );
}
