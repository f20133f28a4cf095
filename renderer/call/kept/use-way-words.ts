import type { OpenCall } from '#shared/desk/open-call.ts';
import { type OtherWay, otherWayValues } from '#shared/wires/other-ways.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { useBalance } from '../balance/use-balance.ts';

/** What is said about a way to pay: where it goes in the caller's region, and what to write on it. */
export function useWayWords({ patient }: OpenCall): (way: OtherWay) => string {
  const { say } = useSpoken();
  const billPayNumber = useBalance()?.balance.guarantor.billPayNumber;
  return way => {
    if (!patient) return '';
    const values = otherWayValues(patient.region, {
      guarantorId: patient.guarantorId,
      billPayNumber,
    });
    return say(`ways.${way}`, {
      ...values,
      billPayNumber: values.billPayNumber ?? say('ways.onStatement'),
    });
  };
}
