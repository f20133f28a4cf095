import { useQueryClient } from '@tanstack/react-query';
import type { CallName } from '#shared/desk/calls.ts';

/** What shows the papers of a case, or what follows from them. */
const shows: readonly CallName[] = [
  'documents.list',
  'letters.ofCase',
  'applications.read',
  'cases.list',
  'cases.read',
];

/** Reads all of it again, after a paper came or was refused. */
export function useReadPapersAgain(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const name of shows) void queries.invalidateQueries({ queryKey: [name] });
  };
}
