import { useTranslation } from 'react-i18next';
import { type CallEvent, type OpenCall, ScriptId } from '#shared/desk/open-call.ts';
import { RefundState } from '#shared/payments/refund-states.ts';
import { PaymentState } from '#shared/payments/states.ts';
import { PlanChangeKind } from '#shared/plans/change.ts';
import { CallerRole, Factor } from '#shared/verification/policy.ts';

/** Puts an event of a call into words; what it is about is a code. */
export function useEventWords(call: OpenCall): (event: CallEvent) => string {
  const { t } = useTranslation(['call', 'common', 'verify', 'balance']);

  function about({ kind, about: code }: CallEvent): string {
    if (kind === 'refund') {
      const refund = RefundState.safeParse(code);
      return t(`log.refunds.${refund.success ? refund.data : 'not_taken'}`);
    }
    const role = CallerRole.safeParse(code);
    if (role.success) return t(`common:callerRoles.${role.data}`);
    const factor = Factor.safeParse(code);
    if (factor.success) return t(`verify:factors.${factor.data}`);
    const script = ScriptId.safeParse(code);
    if (script.success) return t(`scripts.${script.data}`);
    const state = PaymentState.safeParse(code);
    return state.success ? t(`balance:states.${state.data}`) : code;
  }

  /** A guest payer proves nothing; what is noted of them is what they may hear. */
  function isGuest(event: CallEvent): boolean {
    const before = call.events.slice(0, call.events.indexOf(event));
    return before.findLast(each => each.kind === 'caller_role')?.about === 'guest_payer';
  }

  return event => {
    if (event.kind === 'plan_changed') {
      const change = PlanChangeKind.safeParse(event.about);
      return t('log.plan_changed', {
        change: change.success ? t(`log.planChanges.${change.data}`) : event.about,
      });
    }
    return event.kind === 'verified' && isGuest(event)
      ? t('log.guest')
      : t(`log.${event.kind}`, { about: about(event) });
  };
}
