import fc from 'fast-check';
import { expect } from 'vitest';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { comeIn, Told, value } from '#tools/faults/at-the-desk.ts';
import { lineFaults } from '#tools/faults/line-faults.ts';
import { attemptsOf, expectAgreement, type Model, type Real } from './model.ts';

type Command = fc.AsyncCommand<Model, Real>;

/** A command that may always be given; afterwards everybody must still agree. */
function happening(name: string, happen: (model: Model, real: Real) => Promise<unknown>): Command {
  return {
    check: () => true,
    async run(model, real) {
      await happen(model, real);
      await expectAgreement(model, real);
    },
    toString: () => name,
  };
}

/** Does what a person does; a desk without its backend may refuse it, and nothing else may. */
async function asPerson(model: Model, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (trouble) {
    if (!(trouble instanceof Told)) throw trouble;
    // Whether it is too late depends on the time of day at which the walk is taken.
    const isRefusedRightly =
      model.isLineCut || model.isMisled || trouble.reason === 'too_late_to_void';
    expect(isRefusedRightly, trouble.message).toBe(true);
  }
}

const askNow = happening('ask now', (model, { desk }) =>
  asPerson(model, async () => {
    await comeIn(desk);
    await value(desk, 'payments.askNow', null);
  }),
);

const voidOne = happening('void', async (model, real) => {
  const key = attemptsOf(model, real).find(({ state }) => state === 'approved')?.key;
  if (!key) return;
  model.attempts.get(key)?.may.add('voided');
  await asPerson(model, async () => {
    await comeIn(real.desk);
    const reason = 'The caller wants it back';
    await value(real.desk, 'payments.void', { key: key as AttemptKey, reason });
  });
});

const cutLine = happening('cut the line', async (model, { world }) => {
  world.deskLines[0]?.cut();
  model.isLineCut = true;
});

const mendLine = happening('mend the line', async (model, { world }) => {
  world.deskLines[0]?.mend();
  model.isLineCut = false;
});

const killDesk = happening('kill the desk', (_, { desk }) => desk.killAndRevive(0));
const killBackend = happening('kill the backend', async (_, { world }) =>
  world.backends[0]?.killAndRevive(0),
);

const minute = 60_000;
const jump = fc
  .record({
    whose: fc.constantFrom('desk', 'backend'),
    ms: fc.constantFrom(-20 * minute, -minute, 0, 5 * minute, 20 * minute),
  })
  .map(({ whose, ms }) =>
    happening(`${whose} clock ${ms} ms ahead`, async (_, { desk, world }) =>
      (whose === 'desk' ? desk : world.backends[0])?.setClock(ms),
    ),
  );

const isFollowUp = (_method: string, path: string) => path.startsWith('/v1/payments/');
const wrongAnswer = fc.constantFrom(...lineFaults).map(fault =>
  happening(`${fault} when it is next asked about a payment`, async (model, { world }) => {
    model.isMisled = true;
    world.deskLines[0]?.next(fault, isFollowUp);
  }),
);

/** Everything that happens around payments. */
export const happenings: fc.Arbitrary<Command>[] = [
  fc.constantFrom(askNow, voidOne, cutLine, mendLine, mendLine),
  fc.constantFrom(killDesk, killBackend),
  jump,
  wrongAnswer,
];
