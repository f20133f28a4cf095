import { type SecCode, secCodes } from '../codes/sec-codes.ts';
import { batchHeader, iatBatchHeader } from '../layout/batch-records.ts';
import { readRecord } from '../layout/read-record.ts';
import { checkFields } from './field-values.ts';
import type { Findings } from './findings.ts';
import type { OpenBatch } from './open-batch.ts';
import { emptyTally } from './tally.ts';

const ADVICES = '280';

function sayUnknown(secCode: string, line: number, findings: Findings): void {
  if (/^[A-Z0-9]{3}$/.test(secCode)) {
    findings.fault(line, `There is no standard entry class code ${secCode}.`);
  }
}

/** Advices have a service class of their own, which nothing else may have. */
function checkServiceClass(
  serviceClass: string,
  rules: SecCode | undefined,
  line: number,
  findings: Findings,
): void {
  const isAdvice = serviceClass === ADVICES;
  if (!rules || !/^\d{3}$/.test(serviceClass) || isAdvice === (rules.entry === 'advice')) return;
  findings.fault(
    line,
    isAdvice
      ? `Service class ${ADVICES} is for ADV batches only.`
      : `An ADV batch has service class ${ADVICES}, not ${serviceClass}.`,
  );
}

/** Notices about international entries say COR and keep the form of the entries they are about. */
function isInternationalBatch(record: string): boolean {
  const { secCode, companyName } = readRecord(batchHeader, record);
  return secCode === 'IAT' || (secCode === 'COR' && companyName.trim() === 'IATCOR');
}

/** Checks a batch header (5) and opens its batch. */
export function openBatch(record: string, line: number, findings: Findings): OpenBatch {
  const isInternational = isInternationalBatch(record);
  checkFields(isInternational ? iatBatchHeader : batchHeader, record, line, findings);
  const header = readRecord(batchHeader, record);
  const rules = secCodes.get(header.secCode);
  if (!rules) sayUnknown(header.secCode, line, findings);
  checkServiceClass(header.serviceClass, rules, line, findings);
  return {
    headerLine: line,
    serviceClass: header.serviceClass,
    companyId: header.companyId.trim(),
    odfi: header.odfi,
    number: header.batchNumber,
    secCode: header.secCode,
    rules,
    isInternational,
    isReversal: header.entryDescription.trim() === 'REVERSAL',
    tally: emptyTally(),
    lastTrace: '',
    entry: undefined,
  };
}
