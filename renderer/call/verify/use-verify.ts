import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { CallerRole } from '#shared/verification/policy.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { useKeys } from '../../parts/keys.ts';
import { needsName, useRoleBeingNamed } from './use-role-being-named.ts';

/** Which part of verifying is on the screen. */
export type VerifyStage = 'stopped' | 'role' | 'name' | 'factors' | 'verified';

function isLocked({ patient, verification }: OpenCall): boolean {
  return patient?.lockedAt != null || verification?.state === 'locked';
}

function stageOf(call: OpenCall, again: boolean, naming: CallerRole | null): VerifyStage {
  const { verification } = call;
  if (isLocked(call)) return 'stopped';
  if (naming) return 'name';
  if (again || !verification) return 'role';
  if (verification.state === 'refused') return 'stopped';
  return verification.state === 'verified' ? 'verified' : 'factors';
}

/** Verifying the caller: the role first, the name of a third party, then what they can prove. */
export function useVerify(call: OpenCall, onDone: () => void) {
  const { t } = useTranslation('verify');
  const begin = useAskTo('verification.begin');
  const [naming, setNaming] = useRoleBeingNamed(call);
  const [again, setAgain] = useState(false);

  function start(callerRole: CallerRole, callerName?: string) {
    begin.mutate(
      { callerRole, ...(callerName && { callerName }) },
      {
        onSuccess: () => {
          setNaming(null);
          setAgain(false);
          onDone();
        },
      },
    );
  }

  function chooseAgain() {
    begin.reset();
    setNaming(null);
    setAgain(true);
    announce(t('who'));
  }

  const stage = stageOf(call, again, naming);
  const mayChooseAgain =
    stage === 'name' || stage === 'factors' || (stage === 'stopped' && !isLocked(call));
  useKeys(mayChooseAgain ? { Escape: { does: t('back'), run: chooseAgain } } : {});

  return {
    stage,
    naming,
    refused: begin.error,
    busy: begin.isPending,
    chooseRole: (role: CallerRole) => {
      if (begin.isPending) return;
      if (needsName(role)) setNaming(role);
      else start(role);
    },
    giveName: (name: string) => naming && start(naming, name),
    chooseAgain,
  };
}

export type Verify = ReturnType<typeof useVerify>;
