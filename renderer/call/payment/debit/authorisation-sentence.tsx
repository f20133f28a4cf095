import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sayAuthorisation, type telSentences } from '#shared/ach/authorisation-words.ts';
import type { TelElement } from '#shared/ach/tel-authorisation.ts';
import { useTakesFocus } from '../../../parts/focus.ts';
import { Keycap } from '../../../parts/keycap.tsx';
import { SAID_KEY, SpokenText } from '../../../parts/spoken-words.tsx';
import { useKeptInView } from '../../../parts/use-kept-in-view.ts';
import { useSpoken } from '../../../parts/use-spoken.ts';
import classes from './debit.module.css';
import type { ReadDebit } from './read-debit.ts';

/** One sentence to read, and under it each element that it states, to be acknowledged. */
export function AuthorisationSentence({
  sentence,
  debit,
  isNext,
  onHear,
  onUnhear,
}: {
  sentence: (typeof telSentences)[number];
  debit: ReadDebit;
  isNext: boolean;
  onHear: (element: TelElement) => void;
  onUnhear: (element: TelElement) => void;
}) {
  const { t, i18n } = useTranslation('payment');
  const { language } = useSpoken();
  const first = useTakesFocus<HTMLInputElement>();
  const line = useKeptInView<HTMLLIElement>(isNext);
  const done = sentence.states.every(element => debit.heard.includes(element));
  return (
    <li ref={line} className={classes.sentence} data-next={isNext} data-done={done}>
      <SpokenText>{sayAuthorisation(i18n, language, sentence.name, debit.facts)}</SpokenText>
      <div className={classes.elements}>
        {sentence.states.map((element, at) => (
          <Checkbox
            key={element}
            ref={isNext && at === 0 ? first : undefined}
            {...(isNext && at === 0 && { 'data-focus-first': true })}
            size="xs"
            label={t(`debit.elements.${element}`)}
            checked={debit.heard.includes(element)}
            disabled={debit.dayFault !== undefined}
            readOnly={debit.agreed !== null}
            onChange={event => (event.currentTarget.checked ? onHear : onUnhear)(element)}
          />
        ))}
        {isNext && <Keycap name={SAID_KEY} />}
      </div>
    </li>
  );
}
