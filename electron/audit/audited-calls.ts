import { ofApplications } from './calls/applications.ts';
import { ofAuthorisations } from './calls/authorisations.ts';
import { ofCases } from './calls/cases.ts';
import { ofLooking } from './calls/looking.ts';
import { ofPayments } from './calls/payments.ts';
import { ofPeople } from './calls/people.ts';
import { ofPlans } from './calls/plans.ts';
import type { Audited } from './calls/rule.ts';
import { ofSupervising } from './calls/supervising.ts';

/**
 * Which calls leave a row in the local audit, and what it says (PCI DSS 10.2, 45 CFR 164.312(b)). A
 * payment's own row is written with its attempt, and that of a note, a promise, a referral or a wire
 * with it; locks are written where the session locks, for most
 * of them nobody asks.
 */
export const auditedCalls: Audited = {
  ...ofPeople,
  ...ofPayments,
  ...ofAuthorisations,
  ...ofPlans,
  ...ofCases,
  ...ofApplications,
  ...ofSupervising,
  ...ofLooking,
};
