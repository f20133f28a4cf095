import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { Pane } from '../../parts/pane.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { FoundRow } from '../locate/found-row.tsx';
import type { Step } from '../steps/steps.ts';
import { CallerName } from './caller-name.tsx';
import { Factors } from './factors.tsx';
import { RoleChoice } from './role-choice.tsx';
import { Stopped } from './stopped.tsx';
import { useVerify } from './use-verify.ts';
import { Verified } from './verified.tsx';
import { VerifyAway } from './verify-away.tsx';
import classes from './verify-pane.module.css';

/** Who is calling, and what they can prove. The answers on record never reach this page. */
export function VerifyPane({
  call,
  onOpen,
  onFollow,
}: {
  call: OpenCall;
  onOpen: (step: Step) => void;
  onFollow: () => void;
}) {
  const { t } = useTranslation('verify');
  const verify = useVerify(call, onFollow);
  const { patient, verification } = call;
  return (
    <Pane id="verify" title={t('title')}>
      {patient && (
        <div className={classes.patient}>
          <FoundRow patient={patient} {...(verify.stage === 'stopped' && { except: 'locked' })} />
        </div>
      )}
      {verify.stage !== 'verified' && verify.stage !== 'stopped' && <VerifyAway />}
      {verify.stage === 'role' && <RoleChoice onChoose={verify.chooseRole} />}
      {verify.stage === 'name' && <CallerName verify={verify} />}
      {verify.stage === 'factors' && verification && (
        <Factors verification={verification} onAgain={verify.chooseAgain} />
      )}
      {verify.stage === 'verified' && verification && (
        <Verified verification={verification} onOpen={onOpen} />
      )}
      {verify.stage === 'stopped' && (
        <Stopped verification={verification} onAgain={verify.chooseAgain} onOpen={onOpen} />
      )}
      <RefusedNote refused={verify.refused} />
    </Pane>
  );
}
