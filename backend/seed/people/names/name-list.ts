/** Names of people of one origin, in the spelling they use themselves. */
export interface NameList {
  readonly given: readonly string[];
  readonly family: readonly string[];
}
