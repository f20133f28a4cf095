import { type Field, type Layout, labelOf } from '../layout/field.ts';
import type { Findings } from './findings.ts';

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
  if (!/^\d{6}$/.test(text)) return false;
  const [year, month, day] = [0, 2, 4].map(start => Number(text.slice(start, start + 2)));
  if (year === undefined || month === undefined || day === undefined) return false;
  if (month === 2 && day === 29) return year % 4 === 0;
  return day >= 1 && day <= (daysInMonth[month - 1] ?? 0);
}

const isTime = (text: string) => /^([01]\d|2[0-3])[0-5]\d$/.test(text);
const isJulian = (text: string) => /^\d{3}$/.test(text) && Number(text) <= 366;

/** What is wrong with a field that is not blank; the value itself is not repeated, it may be an account. */
function faultOf(field: Field, value: string): string | undefined {
  if (field.kind === 'digits' || field.kind === 'amount') {
    return /^\d+$/.test(value) ? undefined : 'holds something other than digits';
  }
  if (field.kind === 'fixed') {
    const values = field.values ?? [];
    return values.includes(value) ? undefined : `is "${value}", not ${values.join(' or ')}`;
  }
  if (field.kind === 'code') return /[a-z]/.test(value) ? 'has small letters' : undefined;
  if (field.kind === 'date') return isDate(value) ? undefined : 'is not a date (YYMMDD)';
  if (field.kind === 'time') return isTime(value) ? undefined : 'is not a time (HHMM)';
  if (field.kind === 'julian') return isJulian(value) ? undefined : 'is not a day of the year';
  return undefined;
}

function blankWeight(field: Field): 'fault' | 'warning' | undefined {
  if (field.kind === 'digits' || field.kind === 'amount' || field.kind === 'fixed') return 'fault';
  if (field.blank === 'must') return 'fault';
  return field.blank === 'should' ? 'warning' : undefined;
}

const isUnset = (field: Field, value: string) =>
  /^ *$/.test(value) || (field.kind === 'date' && value === '000000' && field.blank !== 'must');

function checkField(field: Field, value: string, line: number, findings: Findings): void {
  const where = () => {
    const last = field.start + field.length - 1;
    return `The ${labelOf(field)} (positions ${field.start} to ${last})`;
  };
  if (isUnset(field, value)) {
    const weight = blankWeight(field);
    if (weight === 'warning') findings.warn(line, `${where()} is not given.`);
    if (weight === 'fault') findings.fault(line, `${where()} is blank.`);
  } else if (field.kind === 'reserved') findings.warn(line, `${where()} is not blank.`);
  else {
    const fault = faultOf(field, value);
    if (fault) findings.fault(line, `${where()} ${fault}.`);
  }
}

/** Checks each field of a record by itself. */
export function checkFields(
  layout: Layout,
  record: string,
  line: number,
  findings: Findings,
): void {
  for (const field of layout) {
    checkField(
      field,
      record.slice(field.start - 1, field.start - 1 + field.length),
      line,
      findings,
    );
  }
}
