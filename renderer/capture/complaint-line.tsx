/**
 * The room under a row of boxes. It shows one sentence at a time, that of the first box at fault; a
 * screen reader hears each with its own box.
 */
export function ComplaintLine<Field extends string>({
  fields,
  complaints,
  refusal,
}: {
  fields: readonly Field[];
  complaints: Partial<Record<Field, string>>;
  /** Why what was typed could not be handed over, when nothing is wrong with a box. */
  refusal?: string | undefined;
}) {
  const shown = fields.find(field => complaints[field]);
  return (
    <div className="complaints">
      {fields.map(
        field =>
          complaints[field] && (
            <p
              key={field}
              id={`${field}-complaint`}
              role="alert"
              className={field === shown ? 'complaint' : 'complaint heard-only'}
            >
              {complaints[field]}
            </p>
          ),
      )}
      {refusal && !shown && (
        <p role="alert" className="complaint">
          {refusal}
        </p>
      )}
    </div>
  );
}
