import { Radio } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { awardedCents } from '#shared/assistance/award.ts';
import { cents } from '#shared/money/cents.ts';
import { focusFirstWrong } from '../../parts/focus-first-wrong.ts';
import { useKeys } from '../../parts/keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './application.module.css';
import { AwardLines } from './award-lines.tsx';
import type { ApplicationDecider } from './decision.tsx';
import { MainButton } from './main-button.tsx';
import { MAIN_KEY } from './main-key.ts';

const DENY = 'deny';

/** As the rule says, over it with a reason, or denied with one; what each takes off is shown to the cent before. */
export function DecisionForm({
  application: { applicationId, proposal, reach, state },
  caseId,
  decide,
  alwaysReason,
}: {
  application: AssistanceApplication;
  caseId: string;
  decide: ApplicationDecider;
  /** The rule's own award needs a reason, too. */
  alwaysReason: boolean;
}) {
  const { t } = useTranslation('application');
  const [determinationId] = useState(() => crypto.randomUUID());
  const [chosen, choose] = useState(proposal.percent === null ? DENY : String(proposal.percent));
  const reason = useReason();
  const form = useRef<HTMLFormElement>(null);
  const percent = chosen === DENY ? null : Number(chosen);
  const isRule = percent !== null && percent === proposal.percent;
  const needsReason = !isRule || alwaysReason || state === 'appealed';
  const run = () => {
    const given = needsReason ? reason.give() : null;
    if (given === undefined) return focusFirstWrong(form.current);
    const decision =
      percent === null
        ? ({ outcome: 'denied', reason: given ?? '' } as const)
        : ({ outcome: 'awarded', percent, reason: given } as const);
    decide.run({ caseId, applicationId, determinationId, decision });
  };
  useKeys({ [MAIN_KEY]: { does: t('decide'), run } });
  const lines = reach.lines.map(line => ({
    ...line,
    awardedCents: cents(awardedCents(line.openCents, percent ?? 0)),
  }));
  return (
    <form
      ref={form}
      aria-label={t('decision')}
      className={classes.block}
      onSubmit={event => {
        event.preventDefault();
        run();
      }}
    >
      <Radio.Group label={t('decision')} value={chosen} onChange={choose}>
        {proposal.percents.map(each => (
          <Radio
            key={each}
            mt="xs"
            value={String(each)}
            label={t(each === proposal.percent ? 'asProposed' : 'awardOf', { percent: each })}
          />
        ))}
        <Radio mt="xs" value={DENY} label={t('deny')} />
      </Radio.Group>
      {needsReason && (
        <ReasonBox
          reason={reason}
          label={t('reason')}
          hint={t(percent === null ? 'reasonDenial' : isRule ? 'reasonRule' : 'reasonOverride')}
        />
      )}
      {percent !== null && <AwardLines lines={lines} waiting={reach.waiting} />}
      <RefusedNote refused={decide.refused} />
      <MainButton does={t('decide')} busy={decide.busy} />
    </form>
  );
}
