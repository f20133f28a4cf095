/** A step that cannot go on: what stopped it, and the command or change that helps. */
export class StepFailure extends Error {
  /** @param {string} cause @param {string} remedy @param {string} [details] */
  constructor(cause, remedy, details = '') {
    super(cause);
    this.remedy = remedy;
    this.details = details;
    this.step = '';
  }
}
