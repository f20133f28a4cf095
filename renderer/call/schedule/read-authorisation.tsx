import { Checkbox } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuthorisationElement, requiredElements } from '#shared/authorisations/agreement.ts';
import { type StandingFacts, sayElement } from '#shared/authorisations/say-element.ts';
import { isWaiting } from '../../parts/focus.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { SAID_KEY, SpokenText } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import classes from './schedule.module.css';

const NEXT_YES = `[aria-keyshortcuts='${SAID_KEY}']`;

/**
 * Brings the words to say next into view: once the card or account is there, and with each yes. The keyboard
 * that comes back from the entry goes there too, before the pane takes it to its first box.
 */
function useInView(next: AuthorisationElement | undefined, atOnce: boolean) {
  const section = useRef<HTMLElement>(null);
  const shown = useRef(atOnce ? undefined : next);
  useLayoutEffect(() => {
    if (shown.current === next) return;
    shown.current = next;
    if (isWaiting()) section.current?.querySelector<HTMLElement>(NEXT_YES)?.focus();
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [next]);
  return section;
}

/**
 * The authorisation read aloud, one element after another; F8 takes the next yes. Only the words to say now
 * are there to be read, as large as any. `atOnce`: it is what comes next, and not the form above it.
 */
export function ReadAuthorisation({
  facts,
  recording,
  acknowledged,
  atOnce,
  onAgree,
}: {
  facts: StandingFacts;
  /** Where each yes can be heard. */
  recording: string;
  acknowledged: readonly AuthorisationElement[];
  atOnce: boolean;
  onAgree: (element: AuthorisationElement) => void;
}) {
  const { t, i18n } = useTranslation(['schedule', 'common']);
  const { language } = useSpoken();
  const paidBy = facts.method.kind;
  const elements = requiredElements(facts.terms, paidBy);
  const next = elements.find(element => !acknowledged.includes(element));
  const section = useInView(next, atOnce);
  useKeys(next ? { [SAID_KEY]: { does: t('common:say.said'), run: () => onAgree(next) } } : {});
  return (
    <section ref={section} aria-labelledby="read-authorisation" className={classes.reading}>
      <h3 id="read-authorisation" className={classes.title}>
        {t('readAloud')}
        <LanguageSwitch />
      </h3>
      {next && <SpokenText>{sayElement(i18n, language, next, facts)}</SpokenText>}
      <ul className={classes.elements}>
        {elements.map(element => {
          const given = acknowledged.includes(element);
          return (
            <li key={element} className={classes.element}>
              <Checkbox
                size="xs"
                label={t(`element.${paidBy}.${element}`)}
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
      <p role="status" className={classes.recorded}>
        {!next && (
          <>
            <IconMicrophone size={14} aria-hidden="true" />
            {t('recorded', { reference: recording })}
          </>
        )}
      </p>
    </section>
  );
}
