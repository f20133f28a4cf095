import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { Keycap } from '../parts/keycap.tsx';
import { useKeys } from '../parts/keys.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { showMoment } from '../parts/show-time.ts';
import classes from './case.module.css';
import { CloseForm } from './close-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { TakeOverForm } from './take-over-form.tsx';
import { useCaseWork } from './use-case-work.ts';

const HOLD_KEY = 'Ctrl+T';
const forms = { handOver: HandOverForm, close: CloseForm, takeOver: TakeOverForm };
type Form = keyof typeof forms;

/** Which counselor has the case; taking it, putting it back, and what changes hands or ends it. */
export function CaseOwner({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('hardship');
  const { caseId, owner } = hardshipCase;
  const [form, setForm] = useState<Form | null>(null);
  const take = useCaseWork('cases.take', t('heard.taken'));
  const putBack = useCaseWork('cases.putBack', t('heard.putBack'));
  const [does, work] = owner ? (['putBack', putBack] as const) : (['take', take] as const);
  const run = () => work.run({ caseId });
  const may = owner === null || owner.isYou;
  useKeys(may ? { [HOLD_KEY]: { does: t(does), run } } : {});
  const others: readonly Form[] = owner?.isYou ? ['handOver', 'close'] : owner ? ['takeOver'] : [];
  // A form of what somebody may no longer do is gone with the case that changed hands.
  const Open = form && others.includes(form) ? forms[form] : null;
  const has = owner && { name: owner.name, at: showMoment(owner.at) };
  return (
    <>
      <div className={classes.owner}>
        <p>{has ? t(owner.isYou ? 'yoursSince' : 'theirsSince', has) : t('nobodys')}</p>
        {may && (
          <Button
            size="compact-sm"
            variant={owner ? 'default' : 'filled'}
            aria-keyshortcuts="Control+T"
            rightSection={<Keycap name={HOLD_KEY} />}
            loading={work.asked.isPending}
            onClick={run}
          >
            {t(does)}
          </Button>
        )}
        {!Open &&
          others.map(each => (
            <Button key={each} size="compact-sm" variant="default" onClick={() => setForm(each)}>
              {t(`form.${each}`)}
            </Button>
          ))}
      </div>
      <RefusedNote refused={take.asked.error ?? putBack.asked.error} />
      {Open && <Open hardshipCase={hardshipCase} onLeave={() => setForm(null)} />}
    </>
  );
}
