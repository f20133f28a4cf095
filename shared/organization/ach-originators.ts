import type { RegionCode } from './regions.ts';

/** Who sends ACH entries through which bank, as the agreement with that bank says. */
export interface AchOriginator {
  /** Nine digits of the bank that sends them. */
  readonly odfiRouting: string;
  readonly bankName: string;
  readonly companyId: string;
  readonly companyName: string;
}

const organization: AchOriginator = {
  odfiRouting: '129900007',
  bankName: 'GOLDEN VALLEY BANK',
  companyId: '1990000001',
  companyName: 'KAISER PERMANENTE',
};

/** Washington is billed by a plan of its own, with a bank of its own. */
const washington: AchOriginator = {
  odfiRouting: '125900001',
  bankName: 'PUGET HARBOR BANK',
  companyId: '1990000002',
  companyName: 'KAISER PERMANENTE',
};

/** The originating bank of a region: configuration of the sandbox, to be replaced by the agreement's. */
export function achOriginatorOf(region: RegionCode): AchOriginator {
  return region === 'WA' ? washington : organization;
}
