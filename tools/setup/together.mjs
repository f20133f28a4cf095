/**
 * Waits for all of them even when one fails, because stopping the others
 * half-way (a package manager above all) would leave more to put right.
 */
export async function together(works) {
  const results = await Promise.allSettled(works);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}
