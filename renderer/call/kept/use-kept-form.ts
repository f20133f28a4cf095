import { useKept } from '../../desk/kept.ts';
import type { KeptPanelName } from './panels.ts';

/** What was entered in a panel so far; kept through a lock and while another panel is open. */
export function useKeptForm<Form>(
  callId: string,
  panel: KeptPanelName,
  empty: Form,
): [Form, (change: Partial<Form>) => void, () => void] {
  const [form, keep] = useKept<Form>(`${callId}:form:${panel}`, empty);
  return [form, change => keep({ ...form, ...change }), () => keep(empty)];
}
