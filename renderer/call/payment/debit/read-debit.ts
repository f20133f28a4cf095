import type { DebitFacts } from '#shared/ach/authorisation-words.ts';
import { type DebitDateFault, debitDateFault, debitDates } from '#shared/ach/debit-dates.ts';
import { missingElements, type TelElement } from '#shared/ach/tel-authorisation.ts';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { CalendarDate, dateIn, type Instant } from '#shared/calendar/dates.ts';
import { payerOf } from '#shared/call/payer.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Cents } from '#shared/money/cents.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Language } from '#shared/words/words.ts';
import type { PayForm } from '../pay-form.ts';

/** An authorisation as far as it has been read. */
export interface ReadDebit {
  readonly facts: DebitFacts;
  /** The days a debit can be for soonest. */
  readonly soonest: readonly CalendarDate[];
  /** When it settles, if it is agreed to now. */
  readonly settlesOn: CalendarDate;
  readonly dayFault: DebitDateFault | 'debit_day_missing' | undefined;
  /** For which account, amount, day and language the elements were acknowledged. */
  readonly of: string;
  readonly heard: readonly TelElement[];
  readonly missing: readonly TelElement[];
  /** The yes to this very debit; null until it was spoken. */
  readonly agreed: OpenCall['agreed'];
}

const SOONEST_DAYS = 4;

function soonestDays(timeZone: string, now: Instant): CalendarDate[] {
  const { effectiveOn } = debitDates(timeZone, now, dateIn(timeZone, now));
  const later = Array.from({ length: SOONEST_DAYS - 1 }, (_, at) =>
    businessDaysAfter(effectiveOn, at + 1),
  );
  return [effectiveOn, ...later];
}

/** What the form and the call say about a debit; another account, amount, day or language is read anew. */
export function readDebit(
  call: OpenCall,
  { debitOn, heard: kept }: Pick<PayForm, 'debitOn' | 'heard'>,
  account: NonNullable<OpenCall['bankAccount']>,
  amountCents: Cents,
  language: Language,
  now: Instant,
): ReadDebit {
  const timeZone = call.patient ? regions[call.patient.region].timeZone : 'UTC';
  const soonest = soonestDays(timeZone, now);
  const chosen = debitOn ?? soonest[0] ?? '';
  const day = CalendarDate.safeParse(chosen).data;
  const { agreed } = call;
  const facts: DebitFacts = {
    account,
    amountCents,
    timeZone,
    debitOn: day ?? (soonest[0] as CalendarDate),
    agreedAt: agreed?.agreedAt ?? now,
    payerName: payerOf(call) ?? '',
  };
  const of = [account.bankName, account.last4, amountCents, chosen, language].join(' ');
  const heard = kept?.of === of ? kept.elements : [];
  const isAgreed =
    agreed?.amountCents === amountCents && agreed.debitOn === day && agreed.language === language;
  return {
    facts,
    soonest,
    settlesOn: debitDates(timeZone, now, facts.debitOn).effectiveOn,
    dayFault: day ? debitDateFault(day, dateIn(timeZone, now)) : 'debit_day_missing',
    of,
    heard,
    missing: missingElements(heard),
    agreed: isAgreed ? agreed : null,
  };
}
