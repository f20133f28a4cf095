import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuthorisationElement, requiredElements } from '#shared/authorisations/agreement.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import { authorisationValues } from '#shared/authorisations/words.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { SAID_KEY, SpokenText } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import classes from './schedule.module.css';

interface Reading {
  readonly terms: AuthorisationTerms;
  readonly name: string;
  readonly method: string;
  readonly today: CalendarDate;
}

/** The words of each element, in the caller's language. */
function useElementWords({ terms, ...about }: Reading) {
  const { say, language } = useSpoken();
  const values = { ...authorisationValues(language, terms, about) };
  const timing = terms.kind === 'series' ? terms.frequency : terms.kind;
  return (element: AuthorisationElement): string => {
    switch (element) {
      case 'amount':
        return say(`standing.amount.${terms.kind}`, values);
      case 'timing':
        return say(`standing.timing.${timing}`, values);
      default:
        return say(`standing.${element}`, values);
    }
  };
}

/** Brings the words to say next into view: once the card is there, and with each yes. */
function useInView(next: AuthorisationElement | undefined, atOnce: boolean) {
  const section = useRef<HTMLElement>(null);
  const shown = useRef(atOnce ? undefined : next);
  useEffect(() => {
    if (shown.current === next) return;
    shown.current = next;
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [next]);
  return section;
}

/**
 * The authorisation read aloud, one element after another; F8 takes the next yes. Only the words to say now
 * are there to be read, as large as any. `atOnce`: it is what comes next, and not the form above it.
 */
export function ReadAuthorisation({
  acknowledged,
  atOnce,
  onAgree,
  ...reading
}: Reading & {
  acknowledged: readonly AuthorisationElement[];
  atOnce: boolean;
  onAgree: (element: AuthorisationElement) => void;
}) {
  const { t } = useTranslation(['schedule', 'common']);
  const words = useElementWords(reading);
  const elements = requiredElements(reading.terms);
  const next = elements.find(element => !acknowledged.includes(element));
  const section = useInView(next, atOnce);
  useKeys(next ? { [SAID_KEY]: { does: t('common:say.said'), run: () => onAgree(next) } } : {});
  return (
    <section ref={section} aria-labelledby="read-authorisation" className={classes.reading}>
      <h3 id="read-authorisation" className={classes.title}>
        {t('readAloud')}
        <LanguageSwitch />
      </h3>
      {next && <SpokenText>{words(next)}</SpokenText>}
      <ul className={classes.elements}>
        {elements.map(element => {
          const given = acknowledged.includes(element);
          return (
            <li key={element} className={classes.element}>
              <Checkbox
                size="xs"
                label={t(`element.${element}`)}
                checked={given}
                readOnly={given}
                disabled={!given && element !== next}
                onChange={() => !given && onAgree(element)}
                {...(element === next && { 'aria-keyshortcuts': SAID_KEY })}
              />
              {element === next && <Keycap name={SAID_KEY} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
