import { z } from 'zod';
import { AuthorisationElement } from '../authorisations/agreement.ts';
import { Authorisation, OccurrenceName, SignedCopy } from '../authorisations/authorisation.ts';
import { AuthorisationTerms } from '../authorisations/terms.ts';
import { authorisationRoutes } from '../contract/authorisations.ts';
import { call } from './call.ts';

const authorisationId = z.uuid();

/** What the caller said yes to, element by element, in the language it was read in. */
const agreed = {
  terms: AuthorisationTerms,
  acknowledged: z.array(AuthorisationElement),
  language: z.enum(['en', 'es']),
};

/** Payments to come. None of it is kept for later at this desk: without the backend it is refused. */
export const authorisationCalls = {
  'authorisations.list': call({
    input: z.null(),
    output: authorisationRoutes.authorisations.reply,
  }),
  /** The page mints the id and keeps it until this was answered, so that asking again makes no second one. */
  'authorisations.make': call({
    input: z.strictObject({
      authorisationId,
      /** The card or bank account captured on this call, or one that another authorisation keeps. */
      method: z.union([z.literal('captured'), z.strictObject({ methodId: z.uuid() })]),
      ...agreed,
    }),
    output: Authorisation,
  }),
  'authorisations.change': call({
    input: z.strictObject({ authorisationId, ...agreed }),
    output: Authorisation,
  }),
  'authorisations.skip': call({
    input: z.strictObject({ authorisationId, occurrence: OccurrenceName }),
    output: Authorisation,
  }),
  'authorisations.revoke': call({
    input: z.strictObject({ authorisationId, reason: z.string().trim().min(3).max(500) }),
    output: Authorisation,
  }),
  /** The written copy for the payer to keep, or to sign and send back; null when the person thought better of it. */
  'authorisations.copy': call({
    input: z.strictObject({ authorisationId, language: z.enum(['en', 'es']) }),
    output: z.object({ savedAs: z.string().nullable() }),
  }),
  /** It came back signed. On a call it is that caller's; a supervisor has the paper alone. */
  'authorisations.signed': call({
    input: SignedCopy.extend({ authorisationId }).strict(),
    output: Authorisation,
  }),
  'authorisations.unsigned': call({
    input: z.null(),
    output: authorisationRoutes.unsignedCopies.reply,
  }),
};
