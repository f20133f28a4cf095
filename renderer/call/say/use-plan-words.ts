import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAway } from '../../desk/use-away.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { useBalance } from '../balance/use-balance.ts';
import { usePlanForm } from '../plan/use-plan-form.ts';

/** What leads up to a plan; undefined when one stands, which brings its words along. */
export function usePlanWords(call: OpenCall): string | undefined {
  const { say } = useSpoken();
  const balance = useBalance()?.balance;
  const [{ screeningPassed }] = usePlanForm(call.callId);
  const away = useAway();
  if (balance?.plan) return undefined;
  if (away) return say('prompts.away.plan');
  const screens = !screeningPassed && (balance?.applications.length ?? 0) > 0;
  return say(screens ? 'prompts.planScreening' : 'prompts.plan');
}
