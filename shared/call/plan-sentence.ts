import type { i18n } from 'i18next';
import type { OpenCall } from '../desk/open-call.ts';
import { CopyWay } from '../plans/offer.ts';

/** The payment plan that was agreed to on a call, for its record. */
export function planSentences({ events }: OpenCall, words: i18n): string[] {
  const say = words.getFixedT('en', 'summary');
  const agreed = events.findLast(each => each.kind === 'plan_agreed');
  if (!agreed) return [];
  const before = events.slice(0, events.indexOf(agreed));
  const copy = CopyWay.safeParse(before.findLast(each => each.kind === 'plan_copy')?.about).data;
  const way = say(`plan.copies.${copy ?? 'online'}`);
  return [
    ...(events.some(each => each.kind === 'plan_screening_passed')
      ? [say('plan.screeningPassed')]
      : []),
    say('plan.agreed', { months: agreed.about, way }),
  ];
}
