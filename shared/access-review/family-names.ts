import { nameKey } from '../text/name-key.ts';
import { accessReviewPolicy } from './policy.ts';

const { shortestPart, particles } = accessReviewPolicy.familyName;
const joining = new Set(particles.flatMap(each => each.split(' ')));

/**
 * The parts of a family name by which two are held against each other: each word of a compound one, without
 * accents and case, and without words that only join (`O'Neil-Đặng` gives `oneil` and `dang`).
 */
export function familyNameParts(familyName: string): string[] {
  const words = familyName.split(/[\s\-‐-―/]+/).map(word => nameKey(word));
  const parts = words.filter(word => word.length >= shortestPart && !joining.has(word));
  return [...new Set(parts)];
}

/** The parts of the family name of somebody whose whole name is known: all words after the first. */
export function familyPartsOfName(fullName: string): string[] {
  const [, ...family] = fullName.trim().split(/\s+/);
  return familyNameParts(family.join(' '));
}
