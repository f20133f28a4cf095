import { useKept } from '../../desk/kept.ts';
import { emptyPayForm, type PayForm } from './pay-form.ts';

export type ChangeForm = (change: Partial<PayForm>) => void;

/** The form of this call, and how a part of it is changed. */
export function usePayForm(callId: string): [PayForm, ChangeForm] {
  const [form, keep] = useKept<PayForm>(`${callId}:pay`, emptyPayForm);
  return [form, change => keep({ ...form, ...change })];
}
