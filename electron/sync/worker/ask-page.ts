import { z } from 'zod';
import { changeRoutes } from '#shared/contract/changes.ts';
import { Problem, type ProblemCode } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { Admission } from '../messages.ts';
import { type PageRead, readPage } from './read-page.ts';

export type PageAnswer =
  | PageRead
  | {
      readonly kind: 'refused';
      readonly code: ProblemCode;
      /** How long asking again cannot help; 0 when nothing was said of it. */
      readonly retryAfterMs: number;
    }
  /** No answer, or half of one. */
  | { readonly kind: 'away' };

interface Asking {
  readonly backendUrl: string;
  readonly admission: Pick<Admission, 'regions' | 'token'>;
  readonly cursor: string | null;
  readonly timeoutMs: number;
  /** Ends the waiting early. */
  readonly signal: AbortSignal;
}

/** Longer than any page with the most changes there may be. */
const LONGEST_PAGE_BYTES = 64 * 1024 * 1024;

async function textOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_PAGE_BYTES) return undefined;
  }
  return text + decoder.decode();
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Seconds = z.coerce.number().int().positive();

function refusal(response: Response, body: unknown): PageAnswer {
  const problem = Problem.safeParse(body).data;
  if (!problem) return { kind: response.status >= 500 ? 'away' : 'nonsense' };
  const seconds =
    problem.retryAfterSeconds ?? Seconds.safeParse(response.headers.get('retry-after')).data ?? 0;
  return { kind: 'refused', code: problem.code, retryAfterMs: seconds * 1_000 };
}

/** Asks for the page at `cursor`. Never throws: what went wrong is the answer. */
export async function askPage(asking: Asking): Promise<PageAnswer> {
  const { backendUrl, admission, cursor, timeoutMs, signal } = asking;
  const query = new URLSearchParams({
    scope: [...admission.regions].sort().join(','),
    ...(cursor !== null && { since: cursor }),
  });
  try {
    const response = await fetch(`${backendUrl}${changeRoutes.changes.path}?${query}`, {
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        authorization: `Bearer ${admission.token}`,
      },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const body = parsed(await textOf(response));
    return response.ok ? readPage(body) : refusal(response, body);
  } catch {
    return { kind: 'away' };
  }
}
