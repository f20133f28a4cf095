import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** Files that grow beside their places, remembered over a crash: half an export must not lie about for ever. */
export interface Unfinished {
  /** Remembers what grows beside `path`, and gives where. */
  begin(path: string): string;
  /** It is whole or gone. */
  end(unfinished: string): void;
  /** Removes what a desk that was killed left; of what cannot be reached now it is tried at the next start. */
  tidy(): Promise<void>;
}

interface Kept {
  readonly read: () => unknown;
  readonly write: (paths: readonly string[]) => void;
}

const Paths = z.array(z.string()).catch([]);

/** A folder that is not there may be on a disk that comes back. */
async function isGone(path: string): Promise<boolean> {
  const removed = await rm(path, { force: true }).then(
    () => true,
    () => false,
  );
  return removed && existsSync(dirname(path));
}

export function createUnfinished({ read, write }: Kept): Unfinished {
  const paths = () => Paths.parse(read());
  const without = (gone: string) => write(paths().filter(path => path !== gone));
  return {
    begin(path) {
      // A name that nobody can have laid a link under.
      const unfinished = join(dirname(path), `.${uuidv7()}.part`);
      write([...paths(), unfinished]);
      return unfinished;
    },
    end: without,
    async tidy() {
      for (const path of paths()) if (await isGone(path)) without(path);
    },
  };
}
