import { Refused } from '../desk/refused.ts';
import { BackendNonsense, BackendRefused, BackendUnreachable } from './failures.ts';

/** What a failed conversation with the backend means to the person at the desk. */
export function refusalOf(failure: unknown): unknown {
  if (failure instanceof BackendRefused) return new Refused(failure.code, failure.field);
  if (failure instanceof BackendUnreachable) return new Refused('unreachable');
  if (failure instanceof BackendNonsense) return new Refused('backend_nonsense');
  return failure;
}

/** Asks the backend for something that moves no money; a failure ends the call with its sentence. */
export async function orRefuse<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (failure) {
    throw refusalOf(failure);
  }
}
