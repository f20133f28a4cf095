/** How a series is drawn: by colour and by texture, so that neither is needed alone. */
export type Tone = 'accent' | 'side' | 'quiet' | 'done' | 'stop' | 'open';

export interface Series {
  /** The key of its numbers in the rows. */
  readonly name: string;
  readonly label: string;
  readonly tone: Tone;
}

/** The colours of look.css, each with 3 : 1 on the surface in light and dark. */
export const colourOf: Readonly<Record<Tone, string>> = {
  accent: 'var(--accent)',
  side: 'var(--ink-secondary)',
  quiet: 'var(--hairline-strong)',
  done: 'var(--done)',
  stop: 'var(--stop)',
  open: 'var(--hairline-strong)',
};

/** What a pattern of stripes or dots is drawn with; none is a plain surface. */
export const textureOf: Readonly<Record<Tone, 'stripes' | 'dots' | null>> = {
  accent: null,
  side: 'stripes',
  quiet: 'dots',
  done: null,
  stop: 'stripes',
  open: 'dots',
};

/** One row of a chart: the day or hour it stands for, its label, and a number for each series. */
export interface ChartRow<Of> {
  readonly of: Of;
  readonly label: string;
  readonly [series: string]: unknown;
}
