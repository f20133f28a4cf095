import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { RateJudgement } from '../returns/judge-rate.ts';
import { RateKind } from '../returns/policy.ts';
import { route } from './route.ts';

/** How many debits of a company came back within the last days that the rules look at. */
export const CompanyReturns = z.object({
  odfiRouting: z.string(),
  bankName: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  /** The days that are counted, both of them too. */
  from: CalendarDate,
  to: CalendarDate,
  /** Debits that were sent in that time. */
  sent: z.int().min(0),
  rates: z.array(
    z.object({
      kind: RateKind,
      /** Debits that came back in that time. */
      returned: z.int().min(0),
      /** Of the threshold. */
      basisPoints: z.int().positive(),
      judgement: RateJudgement,
    }),
  ),
});
export type CompanyReturns = z.infer<typeof CompanyReturns>;

export const returnRateRoutes = {
  returnRates: route({
    method: 'GET',
    path: '/v1/return-rates',
    summary:
      'The share of debits that came back over 60 days, by originating bank and company, against the thresholds of the rules',
    status: 200,
    reply: z.object({ companies: z.array(CompanyReturns) }),
    problems: ['signed_out', 'not_allowed'],
  }),
};
