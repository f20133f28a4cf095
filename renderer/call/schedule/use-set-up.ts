import type { AuthorisationElement } from '#shared/authorisations/agreement.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Language } from '#shared/words/words.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useReadAgain } from './use-authorisations.ts';
import type { ScheduleForm } from './use-schedule-form.ts';

interface Agreed {
  readonly terms: AuthorisationTerms;
  readonly acknowledged: AuthorisationElement[];
  readonly language: Language;
}

/** Sends what was agreed to: a new authorisation, or other terms for one that stands. */
export function useSetUp(call: OpenCall, onDone: () => void) {
  const make = useAskTo('authorisations.make');
  const change = useAskTo('authorisations.change');
  const readAgain = useReadAgain(call);
  const onSuccess = () => {
    readAgain();
    onDone();
  };
  return {
    isPending: make.isPending || change.isPending,
    error: make.error ?? change.error,
    send({ authorisationId, changing, methodId }: ScheduleForm, agreed: Agreed) {
      if (changing) return change.mutate({ authorisationId, ...agreed }, { onSuccess });
      const method = methodId === null ? 'captured' : { methodId };
      make.mutate({ authorisationId, method, ...agreed }, { onSuccess });
    },
  };
}
