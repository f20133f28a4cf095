/** A repeatable sequence of draws. Two streams of the same name give the same draws in the same order. */
export interface Stream {
  /** A whole number of 32 bits. */
  bits(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True in `perMille` of a thousand draws. */
  chance(perMille: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** An item as often as its weight says. */
  pickWeighted<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
}

/** Spreads a text over 32 bits; each call gives the next word (MurmurHash3's mixing steps). */
function seedWords(name: string): () => number {
  let state = 1779033703 ^ name.length;
  for (let at = 0; at < name.length; at += 1) {
    state = Math.imul(state ^ name.charCodeAt(at), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2246822507);
    state = Math.imul(state ^ (state >>> 13), 3266489909);
    state ^= state >>> 16;
    return state >>> 0;
  };
}

/**
 * Opens the stream of that name. The generator is Chris Doty-Humphrey's sfc32 (PractRand): small,
 * fast to begin anew for every family, and made of 32-bit operations that are the same everywhere.
 */
export function openStream(name: string): Stream {
  const word = seedWords(name);
  let a = word();
  let b = word();
  let c = word();
  let counter = 1;

  function bits(): number {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return result >>> 0;
  }
  for (let round = 0; round < 12; round += 1) bits();

  function int(from: number, to: number): number {
    return from + Math.floor((bits() / 4294967296) * (to - from + 1));
  }

  function pick<Item>(items: readonly Item[]): Item {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  function pickWeighted<Item>(items: readonly (readonly [number, Item])[]): Item {
    let left = int(
      1,
      items.reduce((sum, [weight]) => sum + weight, 0),
    );
    for (const [weight, item] of items) {
      left -= weight;
      if (left <= 0) return item;
    }
    throw new RangeError('Nothing to pick from.');
  }

  return { bits, int, chance: perMille => int(1, 1000) <= perMille, pick, pickWeighted };
}
