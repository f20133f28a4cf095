import type { Instant } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { ReadDb } from '../handles.ts';
import { readQuery } from '../query.ts';

/** The payments of one region that are searched: from `begin` on, before `end`. */
export interface Span {
  readonly region: RegionCode;
  readonly begin: Instant;
  readonly end: Instant;
}

/** What the copy may be searched by. A null, or an empty list, asks for nothing. */
export interface MirrorSearch {
  readonly spans: readonly Span[];
  readonly states: readonly string[];
  readonly methods: readonly string[];
  readonly fromCents: number | null;
  readonly toCents: number | null;
  readonly last4: string | null;
  readonly guarantorId: string | null;
  readonly billPayNumber: string | null;
  readonly newestFirst: boolean;
}

export interface MirrorPayment {
  readonly body: string;
  readonly guarantorName: string;
  readonly region: RegionCode;
  /** The guarantor's own record, or another on the bill. */
  readonly mrn: string | null;
}

interface Asked extends Record<string, string | number | null> {
  readonly first: string;
  readonly last: string;
  readonly most: number;
}

/** So many payments are looked through at most: the page waits meanwhile. */
const MOST_LOOKED = 20_000;

const inDays = 'FROM payment WHERE taken_at >= :first AND taken_at < :last';

/** What is looked through is all in the index; CROSS JOIN keeps its order, SQLite would begin with the guarantors. */
const inOrder = (direction: 'ASC' | 'DESC') =>
  readQuery<MirrorPayment, Asked>(`
    SELECT payment.body, guarantor.name AS guarantorName, guarantor.region,
      (SELECT mrn FROM patient WHERE patient.guarantor_id = looked.guarantor_id
       ORDER BY relationship <> 'self', mrn LIMIT 1) AS mrn
    FROM (
      SELECT guarantor_id, attempt_key, taken_at, state, method_kind, amount_cents, last4 ${inDays}
      ORDER BY taken_at ${direction}, attempt_key ${direction} LIMIT ${MOST_LOOKED}
    ) AS looked CROSS JOIN guarantor ON guarantor.guarantor_id = looked.guarantor_id
      CROSS JOIN payment ON payment.guarantor_id = looked.guarantor_id AND payment.attempt_key = looked.attempt_key
    WHERE (:states IS NULL OR looked.state IN (SELECT value FROM json_each(:states)))
      AND (:methods IS NULL OR looked.method_kind IN (SELECT value FROM json_each(:methods)))
      AND (:fromCents IS NULL OR looked.amount_cents >= :fromCents)
      AND (:toCents IS NULL OR looked.amount_cents <= :toCents)
      AND (:last4 IS NULL OR looked.last4 = :last4)
      AND (:guarantorId IS NULL OR looked.guarantor_id = :guarantorId)
      AND (:billPayNumber IS NULL OR bill_pay_number = :billPayNumber)
      AND EXISTS (SELECT 1 FROM json_each(:spans) AS span WHERE span.value ->> 'region' = region
        AND looked.taken_at >= span.value ->> 'begin' AND looked.taken_at < span.value ->> 'end')
    ORDER BY looked.taken_at ${direction}, looked.attempt_key ${direction} LIMIT :most`);

const countedUp = readQuery<{ count: number }, { first: string; last: string }>(
  `SELECT count(*) AS count FROM (SELECT 1 ${inDays} LIMIT ${MOST_LOOKED + 1})`,
);

const newest = inOrder('DESC');
const oldest = inOrder('ASC');

const list = (values: readonly unknown[]) => (values.length > 0 ? JSON.stringify(values) : null);

export interface FoundInMirror {
  readonly payments: MirrorPayment[];
  /** Whether every payment of these days was looked through; else there may be more than was found. */
  readonly lookedAtAll: boolean;
}

/** Up to `most` payments of the copy in the order in which they were taken. The index by time must be there. */
export function searchMirror(db: ReadDb, search: MirrorSearch, most: number): FoundInMirror {
  const { spans, states, methods, newestFirst, ...plain } = search;
  const first = spans.map(({ begin }) => begin).sort()[0] ?? '';
  const last =
    spans
      .map(({ end }) => end)
      .sort()
      .at(-1) ?? '';
  const payments = (newestFirst ? newest : oldest).all(db, {
    ...plain,
    spans: JSON.stringify(spans),
    states: list(states),
    methods: list(methods),
    first,
    last,
    most,
  });
  const count = () => countedUp.get(db, { first, last })?.count ?? 0;
  return { payments, lookedAtAll: payments.length < most && count() <= MOST_LOOKED };
}
