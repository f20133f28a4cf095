import type { ChargeKind } from '#shared/billing/charge.ts';

/** A service with the range of what is billed for it, in whole dollars. */
export interface Service {
  readonly kind: ChargeKind;
  readonly description: string;
  readonly dollars: readonly [from: number, to: number];
}

type Listed = readonly (readonly [description: string, from: number, to: number])[];

function services(kind: ChargeKind, listed: Listed): Service[] {
  return listed.map(([description, from, to]) => ({ kind, description, dollars: [from, to] }));
}

export const officeVisits = services('office_visit', [
  ['Office visit, established patient, 25 minutes', 140, 290],
  ['Office visit, new patient, 45 minutes', 260, 480],
  ['Video visit, primary care', 90, 180],
  ['Well-child visit', 150, 310],
  ['Annual physical examination', 210, 390],
  ['Cardiology consultation', 320, 640],
  ['Dermatology visit', 190, 360],
  ['Physical therapy, 45 minutes', 120, 240],
  ['Behavioral health, individual session', 150, 280],
]);

export const laboratory = services('laboratory', [
  ['Comprehensive metabolic panel', 45, 160],
  ['Complete blood count with differential', 30, 110],
  ['Lipid panel', 40, 130],
  ['Hemoglobin A1c', 35, 95],
  ['Thyroid stimulating hormone', 48, 140],
  ['Urinalysis with microscopy', 20, 70],
  ['Vitamin D, 25-hydroxy', 60, 190],
  ['Rapid strep test', 28, 80],
  ['Pathology, two specimens', 180, 520],
]);

export const imaging = services('imaging', [
  ['MRI of the knee without contrast', 900, 2400],
  ['Chest X-ray, two views', 110, 320],
  ['CT of the abdomen with contrast', 1200, 3400],
  ['Ultrasound of the abdomen', 340, 890],
  ['Screening mammogram, both sides', 240, 560],
  ['Bone density scan', 180, 410],
  ['Echocardiogram', 780, 2100],
]);

export const prescriptions = services('prescription', [
  ['Atorvastatin 20 mg, 90 tablets', 15, 60],
  ['Metformin 500 mg, 180 tablets', 12, 45],
  ['Lisinopril 10 mg, 90 tablets', 10, 40],
  ['Levothyroxine 50 mcg, 90 tablets', 14, 52],
  ['Amoxicillin 500 mg, 21 capsules', 8, 35],
  ['Albuterol inhaler, 90 mcg', 30, 85],
  ['Insulin glargine, 3 pens', 70, 280],
]);

export const procedures = services('procedure', [
  ['Colonoscopy with biopsy', 1400, 3900],
  ['Removal of a skin lesion', 260, 820],
  ['Cataract surgery, right eye', 2600, 5200],
  ['Knee arthroscopy', 4200, 9800],
  ['Laceration repair, 4 cm', 320, 940],
  ['Joint injection, shoulder', 210, 560],
]);

export const outpatientFacilities = services('facility', [
  ['Outpatient surgery suite', 1800, 6400],
  ['Infusion center, two hours', 620, 1900],
  ['Observation, 12 hours', 1500, 4200],
]);

export const emergencyFacilities = services('facility', [
  ['Emergency department, level 3', 680, 1700],
  ['Emergency department, level 4', 1300, 3200],
]);

export const hospitalStays = services('facility', [
  ['Room and board, two nights', 8200, 21000],
  ['Intensive care, three nights', 24000, 71000],
  ['Labor and delivery', 11000, 26000],
]);
