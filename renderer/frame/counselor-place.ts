import { useKept } from '../desk/kept.ts';
import { useOpenCall } from '../desk/use-open-call.ts';

export type CounselorPlace = 'cases' | 'calls';

/**
 * Where a counselor works: where they went last, else on the call that is open, else at the cases. The
 * call stays open meanwhile.
 */
export function useCounselorPlace(): [CounselorPlace, (place: CounselorPlace) => void] {
  const call = useOpenCall();
  const [chosen, choose] = useKept<CounselorPlace | null>('counselor:place', null);
  return [chosen ?? (call ? 'calls' : 'cases'), choose];
}
