import type { AuditVerdict } from '#backend/audit/verify/verify-chain.ts';
import type { DatabaseVerdict } from '#backend/audit/verify/verify-database.ts';

export interface Told extends AuditVerdict {
  readonly unsealed?: DatabaseVerdict['unsealed'];
  /** Whether the keys came from elsewhere than what was verified. */
  readonly keysGiven: boolean;
  readonly tookMs: number;
}

/** What a person is told. */
export function linesOf({ broken, unsealed, ...told }: Told): string[] {
  const { records, signedAt, anchors, keysGiven, tookMs } = told;
  const seconds = (tookMs / 1000).toFixed(1);
  const signed = signedAt ? `signed ${signedAt}` : 'not signed yet';
  return [
    ...(broken ? [`BROKEN (${broken.what}): ${broken.why}`] : []),
    ...(broken?.id ? [`It is the record ${broken.id}.`] : []),
    `${records} records verified in ${seconds} s, ${signed}, ${anchors} anchors held against them.`,
    ...(unsealed && unsealed.count > 0
      ? [
          `${unsealed.count} more wait for their place in the chain, the oldest for ${unsealed.seconds.toFixed(1)} s.`,
        ]
      : []),
    ...(keysGiven
      ? []
      : [
          "The keys are those that came along; give --keys to know that the signatures are the backend's.",
        ]),
    ...(broken ? [] : ['Nothing was altered, removed, inserted or reordered.']),
  ];
}
