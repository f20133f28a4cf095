/** The number under which people speak of a case: the first eight signs of its id. */
export function caseNumber(caseId: string): string {
  return caseId.slice(0, 8);
}
