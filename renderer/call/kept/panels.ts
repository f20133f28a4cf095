import type { OpenCall } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { shownTo } from '../balance/shown-to.ts';

/** What can be done at the right. */
export const panels = ['pay', 'promise', 'referral', 'wire', 'note'] as const;
export type Panel = (typeof panels)[number];
/** All but the payment: what is kept here first and sent when the backend can be reached. */
export type KeptPanelName = Exclude<Panel, 'pay'>;

export const panelKeys: Readonly<Record<Panel, string>> = {
  pay: 'F6',
  promise: 'Ctrl+P',
  referral: 'Ctrl+R',
  wire: 'Ctrl+W',
  note: 'Ctrl+O',
};

const kindOf = {
  promise: 'promise',
  referral: 'referral',
  wire: 'expected_wire',
  note: 'account_note',
} as const satisfies Record<KeptPanelName, KeptOnCall['kind']>;

/** What can be done for this caller: a guest payer pays or leaves word, and hears nothing of the bill. */
export function panelsFor(call: OpenCall): readonly Panel[] {
  const shown = shownTo(call);
  if (shown === 'verified') return panels;
  return shown === 'guest' ? ['pay', 'note'] : [];
}

/** What of this panel's kind was kept on the call, in order. */
export function keptIn(call: OpenCall, panel: KeptPanelName): KeptOnCall[] {
  const kind = kindOf[panel];
  return call.kept.filter(
    each => each.kind === kind && each.record.guarantorId === call.patient?.guarantorId,
  );
}
