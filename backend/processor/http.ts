import { z } from 'zod';
import { KeptCardMessage, RefundMessage, ReportMessage, SettledMessage } from './messages.ts';
import { type CardProcessor, ProcessorSilent, type Settled } from './port.ts';

export interface HttpProcessorOptions {
  readonly url: string;
  /** How long an answer may take before the outcome counts as unknown. */
  readonly timeoutMs: number;
}

/** The card processor over HTTP. */
export function httpProcessor({ url, timeoutMs }: HttpProcessorOptions): CardProcessor {
  async function ask<Schema extends z.ZodType>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    reply: Schema,
    options: { body?: unknown; missing?: number } = {},
  ): Promise<z.output<Schema> | undefined> {
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        ...(options.body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(options.body),
        }),
        // Followed, a redirect would send a card or a charge elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === options.missing) return undefined;
      if (!response.ok) throw new ProcessorSilent(`answered ${response.status}`);
      return reply.parse(await response.json());
    } catch (error) {
      if (error instanceof ProcessorSilent) throw error;
      // The cause is left out on purpose: it may carry what was sent.
      throw new ProcessorSilent(error instanceof Error ? error.name : 'no answer');
    }
  }

  /** An answer about another key is no answer. */
  function settledFor(key: string, message: SettledMessage | undefined): Settled {
    if (message?.key !== key) throw new ProcessorSilent('answered about something else');
    return message;
  }

  return {
    keepCard: card => ask('POST', '/cards', KeptCardMessage, { body: card, missing: 422 }),

    storeCard: token =>
      ask('POST', `/cards/${encodeURIComponent(token)}/store`, KeptCardMessage, { missing: 404 }),

    async forgetCard(token) {
      const reply = z.object({ forgotten: z.literal(true) });
      await ask('DELETE', `/cards/${encodeURIComponent(token)}`, reply);
    },

    async charge(key, token, amountCents, credential, merchant) {
      const body = { token, amountCents, credential, merchant };
      const settled = await ask('POST', `/charges/${key}`, SettledMessage, { body });
      if (settled?.outcome === 'approved' && settled.amountCents !== amountCents) {
        throw new ProcessorSilent('answered about another amount');
      }
      return settledFor(key, settled);
    },

    async find(key) {
      const settled = await ask('GET', `/charges/${key}`, SettledMessage, { missing: 404 });
      return settled && settledFor(key, settled);
    },

    async abandon(key) {
      return settledFor(key, await ask('POST', `/charges/${key}/abandon`, SettledMessage));
    },

    async voidCharge(key) {
      const reply = z.object({ key: z.literal(key), voided: z.literal(true) });
      return (await ask('POST', `/charges/${key}/void`, reply, { missing: 409 })) !== undefined;
    },

    async refundCharge(refundKey, key, amountCents) {
      const body = { key, amountCents };
      const message = await ask('POST', `/refunds/${refundKey}`, RefundMessage, { body });
      if (message?.refundKey !== refundKey || message.amountCents !== amountCents) {
        throw new ProcessorSilent('answered about something else');
      }
      return message.outcome;
    },

    async findRefund(refundKey) {
      const message = await ask('GET', `/refunds/${refundKey}`, RefundMessage, { missing: 404 });
      if (message && message.refundKey !== refundKey) {
        throw new ProcessorSilent('answered about something else');
      }
      return message?.outcome;
    },

    async report(merchant, day) {
      const message = await ask('GET', `/reports/${merchant}/${day}`, ReportMessage);
      if (message?.merchant !== merchant || message.day !== day) {
        throw new ProcessorSilent('answered about something else');
      }
      return message.lines;
    },
  };
}
