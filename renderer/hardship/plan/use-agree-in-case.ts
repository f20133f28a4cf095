import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '#shared/desk/calls.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { useReadCasesAgain } from '../use-cases.ts';
import type { ChangeBuilder } from './use-builder.ts';

/** Sends the yes. Whatever came of it, plan and case are read again before anybody asks a second time. */
export function useAgreeInCase(caseId: string, change: ChangeBuilder) {
  const { t } = useTranslation('planBuilder');
  const queries = useQueryClient();
  const readCasesAgain = useReadCasesAgain();
  const agree = useAskTo('hardshipPlans.agree');
  return {
    isPending: agree.isPending,
    error: agree.error,
    send(asked: CallInput<'hardshipPlans.agree'>) {
      agree.mutate(asked, {
        onSuccess() {
          announce(t('made'));
          change({ offerId: null, heard: null, recording: '', agreesAbove: false });
        },
        onSettled() {
          void queries.invalidateQueries({ queryKey: ['hardshipPlans.ground', { caseId }] });
          readCasesAgain();
        },
      });
    },
  };
}
