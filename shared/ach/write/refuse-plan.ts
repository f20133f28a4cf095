import { isRoutingNumber } from '../codes/routing-number.ts';
import type { AchBatch, AchPayment, AchPlan } from './ach-plan.ts';
import { asciiText } from './ascii-text.ts';

const LARGEST_CENTS = 9_999_999_999;

function require(holds: boolean, sentence: string): void {
  if (!holds) throw new RangeError(sentence);
}

const isPrintable = (text: string) => /^[\x20-\x7e]*$/.test(text);

/** Throws a RangeError, without account numbers, at a payment that no bank would take. */
export function refusePayment(batch: AchBatch, payment: AchPayment): void {
  const { reference, amountCents, accountNumber, identification } = payment;
  const { paymentInformation = '' } = payment;
  const which = `Payment ${reference}`;
  const { secCode } = batch;
  require(isRoutingNumber(payment.routingNumber), `${which} has no valid routing number.`);
  require(/^[A-Za-z0-9-]{1,17}$/.test(accountNumber), `${which} has no valid account number.`);
  const least = payment.isPrenote ? 0 : 1;
  const most = payment.isPrenote ? 0 : LARGEST_CENTS;
  const isAmount = Number.isInteger(amountCents) && least <= amountCents && amountCents <= most;
  require(isAmount, `${which} has no amount that can be sent.`);
  const isDebit = payment.direction === 'debit';
  require(secCode !== 'TEL' || isDebit, `${which} is a credit, which TEL does not have.`);
  const isKnown = identification.length <= 15 && isPrintable(identification);
  require(isKnown, `${which} has an identification of more than 15 plain characters.`);
  const isNamed = asciiText(payment.receiverName, 22) !== '';
  require(isNamed, `${which} has no name in plain letters.`);
  const fits = paymentInformation.length <= 80 && isPrintable(paymentInformation);
  require(fits, `${which} has payment information of more than 80 plain characters.`);
  const isPpd = secCode === 'PPD' || paymentInformation === '';
  require(isPpd, `${which} has payment information, which TEL does not have.`);
}

function refuseBatch(batch: AchBatch): void {
  require(batch.payments.length > 0, 'A batch needs a payment.');
  require(isRoutingNumber(batch.odfiRouting), 'The originating bank has no routing number.');
  require(/^[\x21-\x7e]{1,10}$/.test(batch.companyId), 'A company id has 1 to 10 characters.');
  require(asciiText(batch.companyName, 16) !== '', 'A batch needs the name of its company.');
  const description = batch.entryDescription.trim();
  const isSaid = description !== '' && isPrintable(description) && description.length <= 10;
  require(isSaid, 'An entry description has 1 to 10 plain characters.');
}

/** Throws a RangeError at a plan that does not make a file. */
export function refusePlan(plan: AchPlan): void {
  const { batches, destinationRouting, firstSequence } = plan;
  require(batches.length > 0, 'A file needs a batch.');
  require(isRoutingNumber(destinationRouting), 'The destination has no valid routing number.');
  require(/^[A-Z0-9]$/.test(plan.fileIdModifier), 'The file id modifier is a letter or a digit.');
  require(/^([01]\d|2[0-3]):[0-5]\d$/.test(plan.createdAt), 'The time of the file is HH:MM.');
  require(/^[\x21-\x7e]{1,10}$/.test(plan.originId), 'The origin has 1 to 10 characters.');
  const count = batches.reduce((sum, { payments }) => sum + payments.length, 0);
  const fit = firstSequence >= 1 && firstSequence + count - 1 <= 9_999_999;
  require(fit, 'The trace numbers of the file do not fit into seven digits.');
  for (const batch of batches) {
    refuseBatch(batch);
    for (const payment of batch.payments) refusePayment(batch, payment);
  }
}
