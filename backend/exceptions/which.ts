/** Which of a list is asked for. */
export interface Which {
  /** This one alone, by its id. */
  readonly only?: string | null;
  /** At most so many; `null` for all there are. */
  readonly most?: number | null;
}
