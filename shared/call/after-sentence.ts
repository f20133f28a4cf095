import type { i18n } from 'i18next';
import type { AuthorisationTerms } from '../authorisations/terms.ts';
import type { OpenCall } from '../desk/open-call.ts';
import { RefundState } from '../payments/refund-states.ts';

/** What of a call's log is told once for each time it happened. */
const told = ['authorised', 'authorisation_skipped', 'authorisation_revoked'] as const;
const counted = [
  'traced',
  'disputed',
  'waiver_asked',
  'late_void_asked',
  'override_asked',
  'plan_exception_asked',
] as const;

/** Of what kind; once where a log of before says nothing. */
function kindOf(about: string | null): AuthorisationTerms['kind'] {
  return about === 'series' || about === 'autopay' || about === 'plan' ? about : 'once';
}

/**
 * What was asked for about payments and charges on the call, for its record: refunds with what became of them,
 * traces, disputes, waivers, what a second person was asked for, and payments to come.
 */
export function afterSentences({ events }: Pick<OpenCall, 'events'>, words: i18n): string[] {
  const say = words.getFixedT('en', 'summary');
  const of = (kind: (typeof events)[number]['kind']) => events.filter(each => each.kind === kind);
  const answers = of('refund');
  const openRefunds = of('refund_asked').length - answers.length;
  return [
    ...answers.map(({ about }) => {
      const state = RefundState.safeParse(about);
      return say(`after.refund.${state.success ? state.data : 'not_taken'}`);
    }),
    ...(openRefunds > 0 ? [say('after.refundOpen', { count: openRefunds })] : []),
    ...counted.flatMap(kind => {
      const count = of(kind).length;
      return count > 0 ? [say(`after.${kind}`, { count })] : [];
    }),
    ...told.flatMap(kind =>
      of(kind).map(({ about }) =>
        say(`after.${kind}`, {
          terms: say(`after.terms.${kindOf(about)}`),
        }),
      ),
    ),
  ];
}
