/** What a parent may ask of this process, by name. */
export type Answers = Readonly<Record<string, (input: never) => unknown>>;

interface Asked {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** Tells the parent that this process is ready, and from then on answers what it asks; ends with it. */
export function serveParent(ready: unknown, answers: Answers): void {
  const say = (message: object) => void process.send?.(message);
  process.on('message', async ({ id, name, input }: Asked) => {
    try {
      const answer = answers[name] as (input: unknown) => unknown;
      say({ id, value: await answer(input) });
    } catch (error) {
      say({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
  say({ ready });
}

/** What the parent gave at the start. */
export function startedWith<Given>(): Given {
  return JSON.parse(process.argv[2] ?? '');
}
