import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

// Neither stands in JSON, which escapes control characters: so every line arrives as it is.
const AS_IT_IS = `(FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')`;

/** A line of the chain in SQL, of a row of `audit_link` and the content of its record; what the chain lacks is `null`. */
const lineOf = (
  content: string,
) => `'{"hash":"' || encode(hash, 'hex') || '","position":' || position
  || ',"previous":"' || encode(previous, 'hex') || '","record":' || coalesce(${content}, 'null') || '}'`;

/** The lines of the chain up to a record, with their newlines. */
export function linesOfChain(client: pg.ClientBase, upTo: number) {
  return client.query(
    copyTo(`COPY (
      SELECT ${lineOf('content')} FROM audit_link LEFT JOIN audit_record USING (number)
      WHERE position <= ${Math.trunc(upTo)} ORDER BY position) TO STDOUT ${AS_IT_IS}`),
  );
}
