import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { RegionCode } from '../organization/regions.ts';
import co2026 from './policies/co-2026.json' with { type: 'json' };
import ga2026 from './policies/ga-2026.json' with { type: 'json' };
import hi2026 from './policies/hi-2026.json' with { type: 'json' };
import mas2026 from './policies/mas-2026.json' with { type: 'json' };
import ncal2026 from './policies/ncal-2026.json' with { type: 'json' };
import nw2026 from './policies/nw-2026.json' with { type: 'json' };
import scal2026 from './policies/scal-2026.json' with { type: 'json' };
import wa2026 from './policies/wa-2026.json' with { type: 'json' };
import { policiesAtOnce, policyInForce } from './policy-versions.ts';

const Percent = z.int().min(1).max(100);
const GuidelinePercent = z.int().min(1).max(1_000);

/** What a document has to prove. */
export const DocumentKind = z.enum(['identity', 'income', 'address', 'medical_expenses']);
export type DocumentKind = z.infer<typeof DocumentKind>;

const AssistancePolicy = z.strictObject({
  region: RegionCode,
  name: z.string(),
  effectiveFrom: CalendarDate,
  /** The last day; null while it stands. */
  effectiveUntil: CalendarDate.nullable(),
  source: z.string(),
  /** From the lowest income up: the first that a household's percentage of the guideline is within. */
  awards: z.array(z.strictObject({ uptoPercent: GuidelinePercent, awardPercent: Percent })).min(1),
  /** Whatever the income, when medical expenses of twelve months reach this part of the gross income. */
  byExpenses: z.strictObject({ percentOfIncome: Percent, awardPercent: Percent }),
  coversLedgers: z.array(z.literal('medical')),
  decisionBusinessDays: z.int().positive(),
  /** Applications are taken for so many days from the first bill. */
  applicationDays: z.int().positive(),
  extraordinaryActionAfterDays: z.int().positive(),
  noticeDays: z.int().positive(),
  awardMonths: z.int().positive(),
  appealDays: z.int().positive(),
  documents: z.array(DocumentKind).min(1),
  charitableCoverage: z.strictObject({ uptoPercent: GuidelinePercent, offered: z.boolean() }),
  pharmacy: z.strictObject({ uptoPercent: GuidelinePercent }),
});
export type AssistancePolicy = z.infer<typeof AssistancePolicy>;

const policies = z
  .array(AssistancePolicy)
  .parse([co2026, ga2026, hi2026, mas2026, ncal2026, nw2026, scal2026, wa2026]);

const twice = policiesAtOnce(policies);
if (twice) throw new Error(`Two policies of ${twice.region} are in force on ${twice.on}.`);

/** The version of a region's policy that is in force on a day; undefined where none on file is. */
export function assistancePolicy(
  region: RegionCode,
  on: CalendarDate,
): AssistancePolicy | undefined {
  return policyInForce(policies, region, on);
}
