import type { ChargedMethod } from '#shared/billing/payment-method.ts';
import type { OrderedMethod } from '#shared/contract/payments.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { CapturedMethod } from '../capture/captured.ts';
import { Refused } from '../desk/refused.ts';

interface Charged {
  /** As the backend is asked to charge it. */
  readonly ordered: OrderedMethod;
  /** As it is spoken of. */
  readonly named: ChargedMethod;
  /** What is kept and pays; null for what was captured. */
  readonly storedMethodId: string | null;
}

/** What was captured or chosen as it is charged; refuses a debit nobody agreed to. */
export function chargedMethod(method: CapturedMethod | undefined, amountCents: Cents): Charged {
  if (!method) throw new Refused('no_card');
  const { last4 } = method;
  const storedMethodId = 'methodId' in method ? method.methodId : null;
  if (method.kind === 'card') {
    const named = { kind: 'card', brand: method.brand, last4 } as const;
    const ordered: OrderedMethod =
      'methodId' in method
        ? { kind: 'stored_card', methodId: method.methodId }
        : { kind: 'card', token: method.token };
    return { ordered, named, storedMethodId };
  }
  const { accountKind, bankName, authorisation } = method;
  if (!authorisation) throw new Refused('no_authorisation');
  if (authorisation.amountCents !== amountCents) throw new Refused('authorisation_amount_differs');
  const named = { kind: 'ach', accountKind, bankName, last4 } as const;
  const ordered: OrderedMethod =
    'methodId' in method
      ? { kind: 'stored_ach', methodId: method.methodId, authorisation }
      : { kind: 'ach', token: method.token, authorisation };
  return { ordered, named, storedMethodId };
}
