import type { i18n } from 'i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { CaseEvent } from '#shared/hardship/case.ts';
import { HardshipItemKind } from '#shared/hardship/items.ts';
import { Cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { english } from '#shared/words/english.ts';

/** A detail as it is read: dates as people say them, what ends in `Cents` as money. */
function read(name: string, value: unknown): unknown {
  const date = CalendarDate.safeParse(value);
  if (date.success) return sayDate('en', date.data);
  const amount = name.endsWith('Cents') ? Cents.safeParse(value) : undefined;
  return amount?.success ? showMoney(amount.data) : value;
}

/**
 * What happened, in words. Each part of the workspace has those of its own events in its own catalogue,
 * under `event.<kind>`, with the event's details to fill in, and under `detail.<name>` those of the codes in
 * them; `item` is what is to be done. An event without words is named as it is.
 */
export function sayEvent(
  words: i18n,
  { kind, detail }: Pick<CaseEvent, 'kind' | 'detail'>,
): string {
  const namespace = Object.keys(english).find(each => words.exists(`${each}:event.${kind}`));
  const item = HardshipItemKind.safeParse(detail.kind);
  /** The words of a code, where the part has them. */
  const named = (name: string, value: unknown) => {
    const key = `${namespace}:detail.${name}.${value}`;
    return words.exists(key) ? String(words.t(key as 'hardship:event.opened')) : undefined;
  };
  const values = {
    ...Object.fromEntries(
      Object.entries(detail).map(([name, value]) => [
        name,
        named(name, value) ?? read(name, value),
      ]),
    ),
    ...(item.success && { item: words.t(`hardship:item.${item.data}`) }),
  };
  if (!namespace) return words.t('hardship:otherEvent', { kind: kind.replaceAll('_', ' ') });
  return String(words.t(`${namespace}:event.${kind}` as 'hardship:event.opened', values));
}
