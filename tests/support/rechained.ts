import { hash as digest } from 'node:crypto';
import { canonicalJson } from '#shared/audit/canonical-json.ts';

interface Forgery {
  readonly from: number;
  readonly to: number;
  readonly change?: (line: string) => string;
}

/** Lines of an export, some of them with hashes computed anew: what somebody would do who knows how it works. */
export function rechained(
  lines: readonly string[],
  { from, to, change = line => line }: Forgery,
): string[] {
  const forged = [...lines];
  for (let at = from; at <= to; at += 1) {
    const { record } = JSON.parse(change(String(forged[at])));
    const previous =
      at === 1 ? JSON.parse(String(lines[1])).previous : JSON.parse(String(forged[at - 1])).hash;
    const said = { position: at, previous, record };
    forged[at] = canonicalJson({ hash: digest('sha256', canonicalJson(said)), ...said });
  }
  return forged;
}
