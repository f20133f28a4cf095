/** What desk and backend must agree on before anything else is said; sent with every request. */
export const PROTOCOL_VERSION = 1;
export const PROTOCOL_HEADER = 'remit-protocol';

/** Carries the attempt key of a payment. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';
