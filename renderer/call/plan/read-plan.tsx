import { Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanOffer } from '#shared/plans/offer.ts';
import { type PlanPart, planParts, sayPlanPart } from '#shared/plans/spoken-terms.ts';
import type { Language } from '#shared/words/words.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { SAID_KEY, SpokenText } from '../../parts/spoken-words.tsx';
import schedule from '../schedule/schedule.module.css';
import classes from './plan.module.css';

/** The plan read aloud, part by part; F8 notes each, and last the spoken yes. */
export function ReadPlan({
  offer: { disclosure, copy },
  heard,
  next,
  language,
  choice,
  onHear,
}: {
  offer: PlanOffer;
  heard: readonly PlanPart[];
  next: PlanPart | undefined;
  language: Language;
  /** The switch of the language. */
  choice: ReactNode;
  onHear: () => void;
}) {
  const { t, i18n } = useTranslation(['plan', 'common']);
  const section = useRef<HTMLElement>(null);
  const isOpen = copy !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each part there are other words to read
  useEffect(() => {
    if (isOpen) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, next]);
  useKeys(next ? { [SAID_KEY]: { does: t('common:say.said'), run: onHear } } : {});
  return (
    <section
      ref={section}
      aria-labelledby="read-plan"
      className={`${schedule.reading} ${classes.reading}`}
    >
      <h3 id="read-plan" className={schedule.title}>
        {t('readAloud')}
        {choice}
      </h3>
      {next && (
        <SpokenText language={language}>
          {sayPlanPart(i18n, language, next, disclosure, copy?.way ?? null)}
        </SpokenText>
      )}
      <ul className={schedule.elements}>
        {planParts.map(part => {
          const given = heard.includes(part);
          return (
            <li key={part} className={schedule.element}>
              <Checkbox
                size="xs"
                label={t(`part.${part}`)}
                checked={given}
                readOnly={given}
                disabled={!given && (part !== next || !copy)}
                onChange={() => !given && onHear()}
                {...(part === next && { 'aria-keyshortcuts': SAID_KEY })}
              />
              {part === next && copy && <Keycap name={SAID_KEY} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
