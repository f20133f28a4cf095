import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** Applications for Medical Financial Assistance in a case, asked of the backend each time. */
export function applicationHandlers({
  backend,
}: DeskParts): SomeHandlers<
  | 'applications.read'
  | 'applications.begin'
  | 'applications.submit'
  | 'applications.requirement'
  | 'applications.decide'
  | 'applications.appeal'
  | 'applications.withdraw'
  | 'applications.waiting'
  | 'applications.decided'
> {
  return {
    'applications.read': ({ caseId }) => backend.ask('caseApplications', { params: { caseId } }),

    'applications.begin': ({ applicationId, ...body }) =>
      backend.ask('beginApplication', { params: { applicationId }, body }),

    'applications.submit': ({ applicationId, ...body }) =>
      backend.ask('submitApplication', { params: { applicationId }, body }),

    'applications.requirement': ({ applicationId, kind, ...body }) =>
      backend.ask('settleRequirement', { params: { applicationId, kind }, body }),

    'applications.decide': ({ determinationId, applicationId, decision }) =>
      backend.ask('decideApplication', {
        params: { determinationId },
        body: { applicationId, decision },
      }),

    'applications.appeal': ({ applicationId, ...body }) =>
      backend.ask('appealApplication', { params: { applicationId }, body }),

    'applications.withdraw': ({ applicationId, ...body }) =>
      backend.ask('withdrawApplication', { params: { applicationId }, body }),

    'applications.waiting': query => backend.ask('waitingApplications', { query }),

    'applications.decided': query => backend.ask('decidedApplications', { query }),
  };
}
