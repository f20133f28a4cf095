import type { DeskParts } from '../desk/desk-parts.ts';
import { refuseCardNumber } from '../kept/refuse-card-number.ts';
import type { SomeHandlers } from './handlers.ts';

/** Referrals to other programmes: asked of the backend each time, refused without it. */
export function programmeHandlers({
  backend,
}: DeskParts): SomeHandlers<
  'programmes.list' | 'programmes.refer' | 'programmes.followUp' | 'programmes.close'
> {
  return {
    'programmes.list': params => backend.ask('programmes', { params }),
    'programmes.refer'({ referral, ...params }) {
      refuseCardNumber(`${referral.contact}\n${referral.note}\n${referral.inSpite ?? ''}`, 'note');
      return backend.ask('referToProgramme', { params, body: referral });
    },
    'programmes.followUp'({ followUp, ...params }) {
      refuseCardNumber(followUp.note, 'note');
      return backend.ask('followUpProgramme', { params, body: followUp });
    },
    'programmes.close'({ end, ...params }) {
      refuseCardNumber(end.note, 'note');
      return backend.ask('closeProgramme', { params, body: end });
    },
  };
}
