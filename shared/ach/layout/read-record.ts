import type { Layout, RecordOf } from './field.ts';

/** Cuts a line of 94 characters into the fields of its layout. */
export function readRecord<const L extends Layout>(layout: L, line: string): RecordOf<L> {
  const read: Record<string, string> = {};
  for (const { name, start, length } of layout)
    read[name] = line.slice(start - 1, start - 1 + length);
  return read as RecordOf<L>;
}
