import { createTheme, type MantineColorsTuple, Menu, ModalOverlay, ModalRoot } from '@mantine/core';

/** The one accent: what can be done next. White on shade 6 (light) and on 5 (dark) keeps 4.5 : 1. */
const accent: MantineColorsTuple = [
  '#eef4ff',
  '#dce7fb',
  '#b8cdf6',
  '#93b4f3',
  '#82a9f5',
  '#376fd6',
  '#2359bd',
  '#1d4ca5',
  '#173d87',
  '#12316d',
];

/** The dark surfaces of look.css, for what the components draw by themselves. */
const dark: MantineColorsTuple = [
  '#eceef2',
  '#c9ced6',
  '#a9b1bd',
  '#76808e',
  '#3d4651',
  '#2b323b',
  '#1f242b',
  '#16191e',
  '#12151a',
  '#0d0f13',
];

/** Sizes are rem, so that the whole page grows with the zoom of the window. */
export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
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
    ModalRoot: ModalRoot.extend({
      // The page itself never scrolls; the lock would only add a style that its policy refuses.
      defaultProps: { lockScroll: false, transitionProps: { duration: 0 } },
    }),
    // The keys beneath a menu rest while it is there; they come back with the press that closes it.
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 0 } } }),
    ModalOverlay: ModalOverlay.extend({ defaultProps: { backgroundOpacity: 0.4 } }),
  },
});
