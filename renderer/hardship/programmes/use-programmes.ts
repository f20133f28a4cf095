import { useQueryClient } from '@tanstack/react-query';
import type { CallOutput } from '#shared/desk/calls.ts';
import { OutsideProgramme as Outside, type OutsideProgramme } from '#shared/hardship/programmes.ts';
import { useAsk } from '../../desk/ask.ts';
import { useReadCasesAgain } from '../use-cases.ts';

type Answer =
  CallOutput<'screening.read'>['screenings'][number]['answers']['results'][number]['answer'];
export type SaidOf = Readonly<Partial<Record<OutsideProgramme, Answer>>>;

/** What the newest screening of a case says of each programme; nothing before the first. */
export function useSaidOf(caseId: string): SaidOf {
  const { data } = useAsk('screening.read', { caseId });
  const results = data?.screenings[0]?.answers.results ?? [];
  return Object.fromEntries(results.map(({ programme, answer }) => [programme, answer]));
}

/** The programme that is worth it first: eligible, and not referred to yet; else the one that is for everybody. */
export function worthFirst(
  said: SaidOf,
  { programmes }: CallOutput<'programmes.list'>,
): OutsideProgramme {
  const open = programmes.filter(each => each.outcome === null).map(each => each.programme);
  const worth = Outside.options.filter(each => said[each] === 'eligible' && !open.includes(each));
  return worth[0] ?? 'community';
}

/** Reads the referrals and the case again, after something was noted. */
export function useReadProgrammesAgain(): () => void {
  const queries = useQueryClient();
  const readCasesAgain = useReadCasesAgain();
  return () => {
    void queries.invalidateQueries({ queryKey: ['programmes.list'] });
    readCasesAgain();
  };
}
