import type { Stream } from '../draws/stream.ts';
import {
  emergencyFacilities,
  hospitalStays,
  imaging,
  laboratory,
  officeVisits,
  outpatientFacilities,
  prescriptions,
  procedures,
  type Service,
} from './services.ts';

type Visit = (stream: Stream) => Service[];

function share(kind: 'copay' | 'coinsurance' | 'deductible', of: string, from: number, to: number) {
  const title = { copay: 'Copay', coinsurance: 'Coinsurance 20 %', deductible: 'Deductible' }[kind];
  return { kind, description: `${title}, ${of}`, dollars: [from, to] } as const;
}

function some(stream: Stream, of: readonly Service[], from: number, to: number): Service[] {
  const first = stream.int(0, of.length - 1);
  const count = stream.int(from, to);
  return of.concat(of).slice(first, first + count);
}

const clinic: Visit = stream => [
  ...some(stream, officeVisits, 1, 1),
  ...some(stream, laboratory, 0, 2),
];

const copayOnly: Visit = stream => [
  share('copay', stream.pick(['primary care', 'specialist', 'physical therapy']), 15, 60),
];

const scan: Visit = stream => [
  ...some(stream, imaging, 1, 1),
  ...some(stream, laboratory, 0, 1),
  ...(stream.chance(350) ? [share('deductible', 'imaging', 60, 400)] : []),
];

const surgery: Visit = stream => [
  ...some(stream, procedures, 1, 1),
  ...some(stream, outpatientFacilities, 1, 1),
  ...(stream.chance(500) ? [share('coinsurance', 'outpatient surgery', 120, 900)] : []),
];

const emergency: Visit = stream => [
  ...some(stream, emergencyFacilities, 1, 1),
  ...some(stream, imaging, 0, 1),
  ...some(stream, laboratory, 0, 2),
  share('copay', 'emergency department', 100, 250),
];

const pharmacy: Visit = stream => some(stream, prescriptions, 1, 3);

const hospital: Visit = stream => [
  ...some(stream, hospitalStays, 1, 1),
  ...some(stream, procedures, 1, 2),
  ...some(stream, laboratory, 1, 3),
  share('deductible', 'hospital stay', 500, 3000),
];

const visits: readonly (readonly [number, Visit])[] = [
  [38, clinic],
  [12, copayOnly],
  [14, scan],
  [7, surgery],
  [6, emergency],
  [21, pharmacy],
  [2, hospital],
];

/** What one visit is billed for, the shares that the insurer leaves to the patient among it. */
export function drawVisit(stream: Stream): Service[] {
  return stream.pickWeighted(visits)(stream);
}
