/** Does the same with each, so many at a time; the first that fails ends it. */
export async function inParallel<Each>(
  all: readonly Each[],
  atATime: number,
  work: (each: Each) => Promise<void>,
): Promise<void> {
  const left = all.values();
  const take = async () => {
    for (const each of left) await work(each);
  };
  await Promise.all(Array.from({ length: atATime }, take));
}
