import { z } from 'zod';
import { Requirement } from '../assistance/application.ts';
import { ApplicationState } from '../assistance/application-states.ts';
import {
  AssistanceDocument,
  DOCUMENT_LIMIT_BYTES,
  DocumentRefusal,
} from '../assistance/document.ts';
import { DocumentKind } from '../assistance/policy.ts';
import type { ProblemCode } from './problem.ts';
import { FileReply, route } from './route.ts';

const always = ['bad_request', 'signed_out', 'not_allowed'] as const satisfies ProblemCode[];
const inOwnCase = [
  'case_not_found',
  'case_closed',
  'case_not_taken',
  'case_taken',
] as const satisfies ProblemCode[];

/** What is asked for by an application, and what came. */
export const CaseDocuments = z.object({
  /** Of the case's newest application; null while none is begun. */
  applicationId: z.uuid().nullable(),
  state: ApplicationState.nullable(),
  /** Whether documents are still taken. */
  isOpen: z.boolean(),
  asked: z.array(Requirement),
  /** The newest first. */
  documents: z.array(AssistanceDocument),
});
export type CaseDocuments = z.infer<typeof CaseDocuments>;

/**
 * Documents of applications for assistance. They are kept sealed and go to counselors, and to the supervisors who
 * decide; each that is opened is kept as an access (45 CFR 164.312(b)).
 */
export const documentRoutes = {
  keepDocument: route({
    method: 'PUT',
    path: '/v1/applications/:applicationId/documents/:documentId',
    summary: 'Keep a document of an application, sealed. Sent again it is answered alike',
    params: z.object({ applicationId: z.uuid(), documentId: z.uuid() }),
    headers: z.object({
      'document-kind': DocumentKind,
      /** The name of the file, percent-encoded UTF-8. */
      'document-name': z.string().min(1).max(1_500),
      /** Of the whole file: what broke off on the way is not kept. */
      'document-sha256': z.string().regex(/^[0-9a-f]{64}$/),
    }),
    fileBody: {
      limitBytes: DOCUMENT_LIMIT_BYTES,
      tooLarge: 'document_too_large',
      broken: 'document_damaged',
    },
    status: 200,
    reply: AssistanceDocument,
    problems: [
      ...always,
      ...inOwnCase,
      'application_not_found',
      'application_closed',
      'document_type_wrong',
      'document_empty',
      'document_too_large',
      'document_damaged',
      'document_too_many',
      'key_reused',
    ],
  }),
  documents: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId/documents',
    summary: 'What the newest application of a case asks for, and what came, the newest first',
    params: z.object({ caseId: z.uuid() }),
    status: 200,
    reply: CaseDocuments,
    problems: [...always, 'case_not_found'],
  }),
  refuseDocument: route({
    method: 'POST',
    path: '/v1/documents/:documentId/refusal',
    summary:
      'Say why a document does not count. The first reason stays; again it is answered alike',
    params: z.object({ documentId: z.uuid() }),
    body: z.strictObject({
      reason: DocumentRefusal,
      note: z.string().trim().min(3).max(300).nullable(),
    }),
    status: 200,
    reply: AssistanceDocument,
    problems: [...always, ...inOwnCase, 'document_not_found', 'application_closed', 'key_reused'],
  }),
  documentContent: route({
    method: 'GET',
    path: '/v1/documents/:documentId/content',
    summary: 'The document itself; kept as an access each time',
    params: z.object({ documentId: z.uuid() }),
    status: 200,
    reply: FileReply,
    fileReply: true,
    problems: [...always, 'document_not_found'],
  }),
};
