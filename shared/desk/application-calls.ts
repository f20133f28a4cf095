import { z } from 'zod';
import { ApplicantStatement, AssistanceApplication } from '../assistance/application.ts';
import { DocumentKind } from '../assistance/policy.ts';
import { applicationDecisionRoutes } from '../contract/application-decisions.ts';
import {
  ApplicationDecision,
  applicationRoutes,
  RequirementChange,
} from '../contract/applications.ts';
import { Reason } from '../text/reason.ts';
import { call } from './call.ts';

const caseId = z.uuid();
const applicationId = z.uuid();
const output = AssistanceApplication;

/** Applications for assistance in a case. Nothing of it is kept at this desk: without the backend it is refused. */
export const applicationCalls = {
  'applications.read': call({
    input: z.strictObject({ caseId }),
    output: applicationRoutes.caseApplications.reply,
  }),
  /** The page mints the id and keeps it, so that asking again begins no second one. */
  'applications.begin': call({ input: z.strictObject({ caseId, applicationId }), output }),
  'applications.submit': call({
    input: z.strictObject({ caseId, applicationId, statement: ApplicantStatement }),
    output,
  }),
  'applications.requirement': call({
    input: z.strictObject({ caseId, applicationId, kind: DocumentKind, change: RequirementChange }),
    output,
  }),
  /** The page mints the determination's id with its form, so that asking again decides nothing twice. */
  'applications.decide': call({
    input: z.strictObject({
      caseId,
      applicationId,
      determinationId: z.uuid(),
      decision: ApplicationDecision,
    }),
    output,
  }),
  'applications.appeal': call({
    input: z.strictObject({ caseId, applicationId, note: Reason }),
    output,
  }),
  'applications.withdraw': call({
    input: z.strictObject({ caseId, applicationId, note: Reason }),
    output,
  }),
  /** Page by page: with what the page before said of its next. */
  'applications.waiting': call({
    input: applicationDecisionRoutes.waitingApplications.query,
    output: applicationDecisionRoutes.waitingApplications.reply,
  }),
  'applications.decided': call({
    input: applicationDecisionRoutes.decidedApplications.query,
    output: applicationDecisionRoutes.decidedApplications.reply,
  }),
};
