/** What the journal owes the backend's trail under a number: as it is handed over, or null where it cannot be read. */
export interface OwedToTrail<Said> {
  readonly number: number;
  readonly said: Said | null;
}

/** Reads each row by itself, so that one which somebody spoilt holds up no other. */
export function readEach<Row extends { readonly number: number }, Said>(
  rows: readonly Row[],
  read: (row: Row) => Said,
): OwedToTrail<Said>[] {
  return rows.map(row => {
    try {
      return { number: row.number, said: read(row) };
    } catch {
      return { number: row.number, said: null };
    }
  });
}
