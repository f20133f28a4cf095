import { type MirrorEntity, mirrorEntities } from '#shared/sync/mirror-rows.ts';
import { writeQuery } from '../query.ts';
import { type MirrorTable, mirrorTables } from './mirror-tables.ts';

const named = (columns: Readonly<Record<string, string>>, joint: string, sign = '=') =>
  Object.entries(columns)
    .map(([column, field]) => `${column} ${sign} :${field}`)
    .join(joint);

/** The statements by which the rows of one table come, change and go. */
export function statementsFor({ table, id, byGuarantor, indexed, plain }: MirrorTable) {
  const key = { ...(byGuarantor && { guarantor_id: 'guarantorId' }), [id[0]]: id[1] };
  const all = { ...key, ...indexed, ...plain };
  const columns = Object.keys(all).join(', ');
  const values = Object.values(all).map(field => `:${field}`);
  const whereKey = named(key, ' AND ');
  const changed = `NOT (${named({ ...indexed, ...plain }, ' AND ', 'IS')})`;
  return {
    /** Does nothing where the key is there already. */
    add: `INSERT INTO ${table} (${columns}) VALUES (${values.join(', ')}) ON CONFLICT DO NOTHING`,
    /**
     * Changes a row whose indexed columns stay as they are. An index is written anew for every column
     * that is named behind SET, whether or not its value differs.
     */
    touch: `UPDATE ${table} SET ${named(plain, ', ')} WHERE ${whereKey}${
      Object.keys(indexed).length > 0 ? ` AND ${named(indexed, ' AND ', 'IS')}` : ''
    }`,
    /** Changes all of a row; one that is the same already is not written. */
    replace: `UPDATE ${table} SET ${named({ ...indexed, ...plain }, ', ')} WHERE ${whereKey} AND ${changed}`,
    remove: `DELETE FROM ${table} WHERE ${id[0]} = :id AND guarantor_id = :guarantorId`,
    removeAll: `DELETE FROM ${table} WHERE guarantor_id = :guarantorId`,
  };
}

function queriesFor(entity: MirrorEntity) {
  const sql = statementsFor(mirrorTables[entity]);
  return {
    add: writeQuery(sql.add),
    touch: writeQuery(sql.touch),
    replace: writeQuery(sql.replace),
    remove: writeQuery<{ id: string; guarantorId: string }>(sql.remove),
    removeAll: writeQuery<{ guarantorId: string }>(sql.removeAll),
  };
}

export const mirrorQueries = Object.fromEntries(
  mirrorEntities.map(entity => [entity, queriesFor(entity)]),
) as { readonly [Entity in MirrorEntity]: ReturnType<typeof queriesFor> };
