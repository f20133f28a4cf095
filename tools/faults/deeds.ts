import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './line-faults.ts';
import { type Passage, reply } from './passage.ts';

type Deed = (passage: Passage) => Promise<void>;

const breakOff = ({ incoming }: Passage) => void incoming.socket.destroy();

const answers =
  (status: number, headers: Record<string, string>, body: string): Deed =>
  async ({ response }) =>
    void response.writeHead(status, headers).end(body);

/** The answer, about a payment that nobody made. */
async function aboutAnother({ forward, response }: Passage): Promise<void> {
  const { status, headers, body } = await forward();
  const key = '01909090-0000-7000-8000-000000000000';
  const other = { ...JSON.parse(body.toString()), key };
  const { 'content-length': _length, ...rest } = headers;
  reply(response, { status, headers: rest, body: Buffer.from(JSON.stringify(other)) });
}

async function truncate({ forward, incoming, response }: Passage): Promise<void> {
  const answer = await forward();
  response.writeHead(answer.status, { ...answer.headers, connection: 'close' });
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)));
  setTimeout(() => incoming.socket.destroy(), 20);
}

/** How each fault is committed. */
export const deeds: Readonly<Record<Fault, Deed>> = {
  pass: async ({ forward, response }) => reply(response, await forward()),
  drop_before: async passage => breakOff(passage),
  async drop_after(passage) {
    await passage.forward();
    breakOff(passage);
  },
  async reset({ incoming, forward, later }) {
    later(forward);
    incoming.socket.resetAndDestroy();
  },
  async delay({ delayMs, lost, forward, response }) {
    await wait(delayMs, undefined, { signal: lost });
    reply(response, await forward());
  },
  async hold_reply({ delayMs, forward, response }) {
    const answer = await forward();
    await wait(delayMs);
    reply(response, answer);
  },
  async deliver_late(passage) {
    breakOff(passage);
    passage.later(() => wait(passage.delayMs).then(passage.forward));
  },
  async duplicate({ forward, response }) {
    const [first] = await Promise.all([forward(), forward()]);
    reply(response, first);
  },
  async duplicate_late({ delayMs, forward, later, response }) {
    reply(response, await forward());
    later(() => wait(delayMs).then(forward));
  },
  async reorder({ overtaken, count, forward, response }) {
    count((await overtaken()) ? 'reorder' : 'delay');
    reply(response, await forward());
  },
  truncate,
  status_500: answers(500, {}, 'broken'),
  async status_500_after({ forward, response }) {
    await forward();
    response.writeHead(502).end('broken');
  },
  status_429: answers(429, { 'retry-after': '2' }, 'slow down'),
  redirect: answers(307, { location: '/v1/elsewhere' }, ''),
  nonsense: answers(200, { 'content-type': 'application/json' }, '{"moon":"cheese"}'),
  other_payment: aboutAnother,
};
