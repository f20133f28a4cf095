import { createTheme, type MantineColorsTuple, Modal } from '@mantine/core';

/** The one accent: what can be done next. Shade 6 on white and 4 on the dark surface keep 4.5 : 1. */
const accent: MantineColorsTuple = [
  '#eef4ff',
  '#dce7fb',
  '#b8cdf6',
  '#93b4f3',
  '#82a9f5',
  '#3b74dc',
  '#2359bd',
  '#1d4ca5',
  '#173d87',
  '#12316d',
];

/** Sizes are rem, so that the whole page grows with the zoom of the window. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1.0625rem', xl: '2rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.2' },
  spacing: { xxs: '0.25rem', xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  focusRing: 'always',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({
      defaultProps: {
        // The page itself never scrolls; the lock would only add a style that its policy refuses.
        lockScroll: false,
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    }),
  },
});
