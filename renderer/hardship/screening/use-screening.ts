import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidHousehold } from '#shared/contract/screening.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import { announce } from '../../parts/announce.tsx';
import { useReadCasesAgain } from '../use-cases.ts';
import { formOf, type HouseholdForm } from './household-form.ts';

type Known = CallOutput<'screening.read'>;

/** The household as it is typed in a case: kept through a lock, begun from what was kept last. */
export function useHouseholdForm(hardshipCase: HardshipCase, known: Known) {
  const { caseId, state } = hardshipCase;
  const [typed, keep] = useKept<HouseholdForm | null>(`case:${caseId}:screening`, null);
  const form = typed ?? formOf(known.screenings[0], state);
  return {
    form,
    /** Whether anything was typed since it was kept. */
    isTyped: typed !== null,
    change: (change: Partial<HouseholdForm>) => keep({ ...form, ...change }),
    forget: () => keep(null),
  };
}

/** Keeps a household under an id that is used again until the backend has answered. */
export function useSaveScreening(caseId: string, onSaved: () => void) {
  const { t } = useTranslation('screening');
  const queries = useQueryClient();
  const readCasesAgain = useReadCasesAgain();
  const save = useAskTo('screening.save');
  const [screeningId, setId] = useState(() => crypto.randomUUID());
  const again = () => setId(crypto.randomUUID());
  return {
    error: save.error,
    isPending: save.isPending,
    send(household: SaidHousehold) {
      save.mutate(
        { caseId, screeningId, household },
        {
          onSuccess: saved => {
            again();
            queries.setQueryData<Known>(
              ['screening.read', { caseId }],
              known => known && { ...known, screenings: [saved, ...known.screenings] },
            );
            // What the household can pay of a plan rests on it.
            void queries.invalidateQueries({ queryKey: ['hardshipPlans.ground', { caseId }] });
            readCasesAgain();
            onSaved();
            announce(t('saved'));
          },
          // What was answered, was answered: another household is another one.
          onError: ({ reason }) => reason !== 'unreachable' && again(),
        },
      );
    },
  };
}
