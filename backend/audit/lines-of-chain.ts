import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

// Neither stands in JSON, which escapes control characters: so every line arrives as it is.
const AS_IT_IS = `(FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')`;

/** The lines of the chain up to a record, with their newlines; what the chain lacks is said as `null`. */
export function linesOfChain(client: pg.ClientBase, upTo: number) {
  return client.query(
    copyTo(`COPY (
      SELECT '{"hash":"' || encode(hash, 'hex') || '","position":' || position || ',"previous":"'
        || encode(previous, 'hex') || '","record":' || coalesce(content, 'null') || '}'
      FROM audit_link LEFT JOIN audit_record USING (number)
      WHERE position <= ${Math.trunc(upTo)} ORDER BY position) TO STDOUT ${AS_IT_IS}`),
  );
}
