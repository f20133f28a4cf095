import { colourOf, type Series, textureOf } from './series.ts';

/** What a series is filled with inside the drawing `of`. */
export const fillOf = (of: string, { tone }: Series) =>
  textureOf[tone] === null ? colourOf[tone] : `url(#${of}-${tone})`;

/** The patterns of a drawing's series. */
export function Textures({ of, series }: { of: string; series: readonly Series[] }) {
  return (
    <defs>
      {series
        .filter(({ tone }) => textureOf[tone] !== null)
        .map(({ tone }) => (
          <pattern
            key={tone}
            id={`${of}-${tone}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform={textureOf[tone] === 'stripes' ? 'rotate(45)' : undefined}
          >
            <rect width="6" height="6" fill="var(--surface)" />
            {textureOf[tone] === 'stripes' ? (
              <rect width="3.5" height="6" fill={colourOf[tone]} />
            ) : (
              <circle cx="3" cy="3" r="2.1" fill={colourOf[tone]} />
            )}
          </pattern>
        ))}
    </defs>
  );
}

/** What the drawing's series are called, each beside a piece of how it looks. */
export function Legend({
  of,
  series,
  lines = false,
}: {
  of: string;
  series: readonly Series[];
  lines?: boolean;
}) {
  const id = `${of}-key`;
  return (
    <>
      {series.map(each => (
        <span key={each.name}>
          <svg width="18" height="12" aria-hidden="true">
            {lines ? (
              <line
                x1="0"
                x2="18"
                y1="6"
                y2="6"
                strokeWidth="2"
                stroke={colourOf[each.tone]}
                strokeDasharray={textureOf[each.tone] ? '4 3' : undefined}
              />
            ) : (
              <>
                <Textures of={id} series={[each]} />
                <rect
                  x="0.5"
                  y="0.5"
                  width="17"
                  height="11"
                  fill={fillOf(id, each)}
                  stroke={colourOf[each.tone]}
                />
              </>
            )}
          </svg>
          {each.label}
        </span>
      ))}
    </>
  );
}
