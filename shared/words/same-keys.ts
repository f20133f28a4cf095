/** A catalogue in another language: the same keys at every depth, other words. */
export type SameKeys<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : SameKeys<Catalogue[Key]>;
};
