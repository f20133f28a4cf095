/**
 * The whole number nearest to `numerator` ÷ `denominator`, halves upwards: the one rounding of plan
 * arithmetic. Takes a numerator of 0 or more and a denominator above 0, so that nothing is lost before.
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
