import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { CardField } from '#shared/cards/card-entry.ts';
import { ComplaintLine } from './complaint-line.tsx';
import { EntryActions } from './entry-actions.tsx';
import { EntryBox } from './entry-box.tsx';
import { NumberBox } from './number-box.tsx';
import { shapeExpiry } from './shape-expiry.ts';
import { useCardEntry } from './use-card-entry.ts';
import { useReadingOn } from './use-reading-on.ts';

const digits = (text: string, most: number) => text.replace(/\D/g, '').slice(0, most);

/** The card as the caller reads it out. Enter hands it over, Escape gives up; nothing of it stays here. */
export function CaptureForm({ today }: { today: CalendarDate }) {
  const { t } = useTranslation(['capture', 'card']);
  const card = useCardEntry(today, fault => t(`card:${fault}`));
  const boxes = useRef<Partial<Record<CardField, HTMLInputElement | null>>>({});
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { entry, complaints, leave } = card;

  const focusOn = (field: CardField) => boxes.current[field]?.focus();
  const readOn = useReadingOn(focusOn);
  const type = (field: CardField, text: string) => readOn(card.type(field, text));
  useEffect(() => boxes.current.number?.focus(), []);

  function cancel() {
    card.clear();
    void window.desk.ask('capture.cancel', null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    const firstAtFault = card.complainOfAll();
    if (firstAtFault) return focusOn(firstAtFault);
    setSending(true);
    setRefusal(undefined);
    const reply = window.desk.ask('capture.submit', entry);
    card.clear();
    const answer = await reply;
    setSending(false);
    if (!answer.ok) setRefusal(answer.message);
    else card.setComplaints(answer.value.faults);
    focusOn('number');
  }

  return (
    <form onSubmit={submit} aria-labelledby="title" noValidate>
      <h1 id="title" className="heard-only">
        {t('title')}
      </h1>
      <NumberBox
        ref={input => {
          boxes.current.number = input;
        }}
        value={entry.number}
        brand={card.brand}
        complaint={complaints.number}
        onType={number => type('number', number)}
        onLeave={() => leave('number')}
      />
      <ComplaintLine fields={['number']} complaints={complaints} />
      <div className="row">
        <EntryBox
          ref={input => {
            boxes.current.expiry = input;
          }}
          id="expiry"
          label={t('expiry')}
          placeholder={t('expiryShape')}
          inputMode="numeric"
          value={entry.expiry}
          complaint={complaints.expiry}
          onBlur={() => leave('expiry')}
          onType={box => type('expiry', shapeExpiry(box.value, entry.expiry))}
        />
        <EntryBox
          ref={input => {
            boxes.current.securityCode = input;
          }}
          id="securityCode"
          label={t('securityCode')}
          className="hidden-when-left"
          inputMode="numeric"
          value={entry.securityCode}
          complaint={complaints.securityCode}
          onBlur={() => leave('securityCode')}
          onType={box => type('securityCode', digits(box.value, 4))}
        />
        <EntryBox
          ref={input => {
            boxes.current.postalCode = input;
          }}
          id="postalCode"
          label={t('postalCode')}
          inputMode="numeric"
          maxLength={10}
          value={entry.postalCode}
          complaint={complaints.postalCode}
          onBlur={() => leave('postalCode')}
          onType={box => type('postalCode', box.value.replace(/[^\d-]/g, ''))}
        />
      </div>
      <ComplaintLine
        fields={['expiry', 'securityCode', 'postalCode']}
        complaints={complaints}
        refusal={refusal}
      />
      <EntryActions use={t('use')} sending={sending} cancel={cancel} />
    </form>
  );
}
