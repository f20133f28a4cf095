import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { BuildForm } from './build-form.tsx';
import { OfferOfCase } from './offer-of-case.tsx';
import { useBuilder } from './use-builder.ts';

/** The plan as it is built, and then the offer that was made of it. */
export function BuildPlan({
  hardshipCase,
  ground,
}: {
  hardshipCase: HardshipCase;
  ground: PlanGround;
}) {
  const [form, change] = useBuilder(hardshipCase.caseId);
  const offer = ground.offers.find(each => each.offerId === form.offerId);
  const part = { hardshipCase, ground, form, change };
  return offer ? <OfferOfCase {...part} offer={offer} /> : <BuildForm {...part} />;
}
