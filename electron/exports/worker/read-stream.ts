import { EXPORTS_PATH, type ExportOrder, ExportStreamLine } from '#shared/contract/exports.ts';
import { Problem } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { ExportFailed } from './why-not-written.ts';

interface Asking {
  readonly backendUrl: string;
  readonly token: string;
  readonly order: ExportOrder;
  readonly silenceMs: number;
  /** Ends the reading early. */
  readonly signal: AbortSignal;
}

/** Longer than any batch of rows there may be. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Lines of a body, each as soon as it is there; one that has no end is not kept. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of body) {
    const pieces = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new ExportFailed('backend_nonsense');
    yield* pieces;
  }
  if (rest !== '') throw new ExportFailed('export_broken');
}

function read(line: string): ExportStreamLine {
  try {
    return ExportStreamLine.parse(JSON.parse(line));
  } catch (cause) {
    throw new ExportFailed('backend_nonsense', cause);
  }
}

async function refusalIn(response: Response): Promise<ExportFailed> {
  const body: unknown = await response.json().catch(() => undefined);
  return new ExportFailed(Problem.safeParse(body).data?.code ?? 'backend_nonsense');
}

/** Asks the backend for an export, and gives its lines. Silence ends it, but only while somebody waits for a line. */
export async function* readStream(asking: Asking): AsyncGenerator<ExportStreamLine> {
  const { backendUrl, token, order, silenceMs, signal } = asking;
  const silence = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  listen();
  let isBegun = false;
  try {
    const response = await fetch(`${backendUrl}${EXPORTS_PATH}`, {
      method: 'POST',
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(order),
      redirect: 'manual',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok) throw await refusalIn(response);
    for await (const line of linesOf(response.body ?? (async function* () {})())) {
      clearTimeout(timer);
      isBegun = true;
      yield read(line);
      listen();
    }
  } catch (failure) {
    if (failure instanceof ExportFailed) throw failure;
    throw new ExportFailed(isBegun ? 'export_broken' : 'unreachable', failure);
  } finally {
    clearTimeout(timer);
  }
}
