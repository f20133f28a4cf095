/** The first thing that is wrong with a chain. */
export interface Broken {
  readonly what:
    | 'altered'
    | 'removed'
    | 'inserted'
    | 'reordered'
    | 'cut_off'
    | 'not_signed'
    | 'wrong_key'
    | 'anchor_differs'
    | 'unreadable';
  /** Of the record it is about; null where it is about no single one. */
  readonly position: number | null;
  /** The record's own identifier, where it could be read. */
  readonly id: string | null;
  /** One sentence. */
  readonly why: string;
}

/** A line as it was read: what it says of itself, and the hash of its bytes. */
export interface ReadLine {
  /** Null where the line does not have the form of a record. */
  readonly position: number | null;
  readonly id: string | null;
  readonly previous: string;
  readonly hash: string;
  readonly computed: string;
  /** The chain has a place for it, and the record is gone. */
  readonly gone: boolean;
}
