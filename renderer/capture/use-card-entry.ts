import { useCallback, useEffect, useState } from 'react';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type CardEntry, type CardFault, CardField, checkCard } from '#shared/cards/card-entry.ts';
import { boxAfter } from './next-box.ts';

const nothing: CardEntry = { number: '', expiry: '', securityCode: '', postalCode: '' };

/** The sentence beside each box; a box without one is not known to be wrong. */
export type Complaints = Partial<Record<CardField, string>>;

/** What is typed of a card, and what is wrong with it. The main process clears it by `capture.reset`. */
export function useCardEntry(today: CalendarDate, sentence: (fault: CardFault) => string) {
  const [entry, setEntry] = useState(nothing);
  const [complaints, setComplaints] = useState<Complaints>({});
  const checked = checkCard(entry, today);

  const clear = useCallback(() => {
    setEntry(nothing);
    setComplaints({});
  }, []);
  useEffect(() => window.desk.listen('capture.reset', clear), [clear]);

  const sentenceOf = (field: CardField) => {
    const fault = checked.faults[field];
    return fault && sentence(fault);
  };
  return {
    entry,
    brand: checked.brand,
    complaints,
    setComplaints,
    clear,
    /** Gives the box to go to when this one has been typed to its end. */
    type(field: CardField, text: string): CardField | undefined {
      setEntry(typed => ({ ...typed, [field]: text }));
      setComplaints(({ [field]: _, ...others }) => others);
      return boxAfter(field, entry, { ...entry, [field]: text }, today);
    },
    /** On leaving a box: an empty one is only complained of when the card is submitted. */
    leave(field: CardField) {
      const complaint = entry[field] === '' ? undefined : sentenceOf(field);
      setComplaints(({ [field]: _, ...others }) =>
        complaint ? { ...others, [field]: complaint } : others,
      );
    },
    /** Everything that is wrong, shown beside the boxes; gives the first box at fault. */
    complainOfAll(): CardField | undefined {
      const all: Complaints = {};
      for (const field of CardField.options) {
        const complaint = sentenceOf(field);
        if (complaint) all[field] = complaint;
      }
      setComplaints(all);
      return CardField.options.find(field => all[field]);
    },
  };
}
