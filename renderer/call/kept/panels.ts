import type { OpenCall } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { shownTo } from '../balance/shown-to.ts';

/** What can be done at the right. */
export const panels = [
  'pay',
  'plan',
  'promise',
  'referral',
  'wire',
  'other',
  'note',
  'schedule',
] as const;
export type Panel = (typeof panels)[number];
/** All but payments and plans: what is kept here first and sent when the backend can be reached. */
export type KeptPanelName = Exclude<Panel, 'pay' | 'plan' | 'schedule'>;

export const panelKeys: Readonly<Record<Panel, string>> = {
  pay: 'F6',
  plan: 'F7',
  promise: 'Ctrl+P',
  referral: 'Ctrl+R',
  wire: 'Ctrl+W',
  other: 'Ctrl+M',
  note: 'Ctrl+O',
  schedule: 'Ctrl+G',
};

const kindOf = {
  promise: 'promise',
  referral: 'referral',
  wire: 'expected_wire',
  other: 'expected_wire',
  note: 'account_note',
} as const satisfies Record<KeptPanelName, KeptOnCall['kind']>;

/** What can be done for this caller: a guest payer pays or leaves word, and hears nothing of the bill. */
export function panelsFor(call: OpenCall): readonly Panel[] {
  const shown = shownTo(call);
  if (shown === 'verified') return panels;
  return shown === 'guest' ? ['pay', 'note'] : [];
}

function isOf(panel: KeptPanelName, kept: KeptOnCall): boolean {
  if (kept.kind !== kindOf[panel]) return false;
  if (kept.kind !== 'expected_wire') return true;
  return (kept.record.method === 'wire') === (panel === 'wire');
}

/** What of this panel's kind was kept on the call, in order. */
export function keptIn(call: OpenCall, panel: KeptPanelName): KeptOnCall[] {
  return call.kept.filter(
    each => isOf(panel, each) && each.record.guarantorId === call.patient?.guarantorId,
  );
}
