import type { RegionCode } from '#shared/organization/regions.ts';

/** The application that is looked at, and in which case it is read. */
export interface ChosenApplication {
  readonly applicationId: string;
  readonly caseId: string;
  readonly guarantorName: string;
  readonly region: RegionCode;
}
