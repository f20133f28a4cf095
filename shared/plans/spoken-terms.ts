import type { i18n } from 'i18next';
import { sayDate } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import type { Language } from '../words/words.ts';
import { showPercent } from './disclosure-words.ts';
import type { CopyWay, PlanDisclosure } from './offer.ts';

/** What is read aloud of a plan, part by part; each is answered by the caller. */
export const planParts = ['terms', 'schedule', 'yes'] as const;
export type PlanPart = (typeof planParts)[number];

/**
 * The words of one part in the caller's language. The rate is said as "annual percentage rate", as
 * 12 CFR 1026.26(b) asks of an oral answer; the last part asks for the yes and names the written copy.
 */
export function sayPlanPart(
  words: i18n,
  language: Language,
  part: PlanPart,
  disclosure: PlanDisclosure,
  copy: CopyWay | null,
): string {
  const say = words.getFixedT(language, 'spoken');
  switch (part) {
    case 'terms': {
      const { pendingInsuranceCents: pending } = disclosure;
      const terms = say('plan.terms', {
        financed: showMoney(disclosure.amountFinancedCents),
        charge: showMoney(disclosure.financeChargeCents),
        percent: showPercent(disclosure.aprPercent),
        total: showMoney(disclosure.totalOfPaymentsCents),
      });
      return pending ? `${say('plan.pending', { amount: showMoney(pending) })} ${terms}` : terms;
    }
    case 'schedule': {
      const lines = disclosure.schedule.map(({ count, amountCents, firstDueOn }) =>
        say('plan.payments', {
          count,
          amount: showMoney(amountCents),
          first: sayDate(language, firstDueOn, disclosure.agreedOn),
        }),
      );
      return say('plan.schedule', {
        payments: new Intl.ListFormat(language).format(lines),
        late: showMoney(disclosure.lateChargeCents),
      });
    }
    case 'yes':
      return say('plan.ask', { copy: say(`plan.copies.${copy ?? 'online'}`) });
  }
}
