import { IdentifierKind } from '#shared/identifiers/recognise.ts';

/** What a patient can be looked up by, in the order of the keys Ctrl+1 to Ctrl+5. */
export const findKinds = [...IdentifierKind.options, 'name'] as const;
export type FindKind = (typeof findKinds)[number];
