import { playAchCall } from './ach-call.ts';
import { playAuditDay } from './audit-day.ts';
import { playAutopayCall } from './autopay-call.ts';
import { playCardCall } from './card-call.ts';
import { playHardshipCase } from './hardship-case.ts';
import { playPlanCall } from './plan-call.ts';
import { playRefundCall } from './refund-call.ts';
import { playReturnCall } from './return-call.ts';
import type { Played, Stage } from './stage.ts';
import { playStoredCall } from './stored-call.ts';
import { playWireCall } from './wire-call.ts';

/** What the demo can play, by the name it is asked for. */
export const scenarios = {
  card: playCardCall,
  ach: playAchCall,
  wire: playWireCall,
  autopay: playAutopayCall,
  plan: playPlanCall,
  refund: playRefundCall,
  return: playReturnCall,
  stored: playStoredCall,
  hardship: playHardshipCase,
  audit: playAuditDay,
} satisfies Record<string, (stage: Stage) => Promise<Played>>;

export type ScenarioName = keyof typeof scenarios;

/** The scenario of that name; undefined when there is none. */
export function scenarioNamed(name: string): ScenarioName | undefined {
  return Object.hasOwn(scenarios, name) ? (name as ScenarioName) : undefined;
}
