import type { ReadDb, WriteDb } from '../handles.ts';
import { readQuery, writeQuery } from '../query.ts';

/** Which desk this is. The token lets it ask after its own payments while nobody is signed in. */
export interface DeskIdentity {
  readonly workstationId: string;
  readonly workstationToken: string | null;
}

const read = readQuery<DeskIdentity>(`
  SELECT workstation_id AS workstationId, workstation_token AS workstationToken
  FROM desk_identity`);

const insert = writeQuery<{ workstationId: string }>(`
  INSERT INTO desk_identity (only_row, workstation_id) VALUES (1, :workstationId)
  ON CONFLICT DO NOTHING`);

const setToken = writeQuery<{ token: string }>(
  'UPDATE desk_identity SET workstation_token = :token',
);

/** Who this desk is; undefined before its first start. */
export function deskIdentity(db: ReadDb): DeskIdentity | undefined {
  return read.get(db, {});
}

/** Gives this desk its identity for good; a second time changes nothing. */
export function establishIdentity(db: WriteDb, workstationId: string): void {
  insert.run(db, { workstationId });
}

/** Keeps the newest token that the backend gave this desk. */
export function keepWorkstationToken(db: WriteDb, token: string): void {
  setToken.run(db, { token });
}
