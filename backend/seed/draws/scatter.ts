/** 2^64 divided by the golden ratio: its multiples lie evenly scattered over any range. */
const GOLDEN = 11400714819323198485n;

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right);
}

/**
 * Sends each whole number below `size` to another one below `size`, never two to the same (an affine
 * permutation). Numbers handed out in order look scattered and stay unique without anybody keeping a
 * list of those already taken.
 */
export function scatter(size: number, shift: number): (index: number) => number {
  const range = BigInt(size);
  let step = (range * GOLDEN) >> 64n;
  while (greatestCommonDivisor(step, range) !== 1n) step += 1n;
  const start = BigInt(shift) % range;
  return index => {
    if (index < 0 || index >= size) throw new RangeError(`Only ${size} numbers of this kind.`);
    return Number((BigInt(index) * step + start) % range);
  };
}
