import { ArrivingKind } from '../billing/payment-method.ts';
import { businessDaysAfter } from '../calendar/bank-calendar.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { usualWireDays } from '../calendar/usual-days.ts';
import { organization } from '../organization/profile.ts';
import type { RegionCode } from '../organization/regions.ts';
import { waysToPay } from '../organization/ways-to-pay.ts';

/** The ways to pay that are neither taken by phone nor a wire. */
export const OtherWay = ArrivingKind.exclude(['wire']);
export type OtherWay = Exclude<ArrivingKind, 'wire'>;

const grouped = (digits: string) => digits.replace(/\d{3}(?=\d{2})/g, '$&\u00a0');

/** What the scripts for the other ways (`ways.*`) speak of; numbers in groups of three. */
export function otherWayValues(
  region: RegionCode,
  numbers: { readonly guarantorId: string; readonly billPayNumber: string | undefined },
) {
  const { mailDays, ...ways } = waysToPay(region);
  return {
    ...ways,
    organization: organization.name,
    from: mailDays[0],
    to: mailDays[1],
    guarantorId: grouped(numbers.guarantorId),
    billPayNumber: numbers.billPayNumber && grouped(numbers.billPayNumber),
  };
}

/** The days on which it most likely arrives: by mail after the days that mail takes. */
export function usualOtherDays(way: OtherWay, today: CalendarDate): CalendarDate[] {
  if (way !== 'mail' && way !== 'bank_bill_pay') return usualWireDays(today);
  const [from, to] = organization.mail.postingBusinessDays;
  return Array.from({ length: to - from + 1 }, (_, index) =>
    businessDaysAfter(today, from + index),
  );
}
