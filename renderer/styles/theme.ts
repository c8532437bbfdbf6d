import {
  Button,
  Checkbox,
  createTheme,
  Input,
  Menu,
  Modal,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e3eaf4',
  '#cbd9ec',
  '#a9c7ef',
  '#8fb6e9',
  '#5f8fd0',
  '#3c6fb4',
  '#2a5c9f',
  '#1d4b87',
  '#173d6f',
  '#10233c',
];

/** Greys with a little warmth, for what Mantine colours by itself. */
const gray: MantineColorsTuple = [
  '#f9f8f5',
  '#f2f0eb',
  '#e3dfd7',
  '#d6d1c7',
  '#c9c4ba',
  '#8d877c',
  '#6b675f',
  '#57534d',
  '#3b3834',
  '#24221f',
];
const dark: MantineColorsTuple = [
  '#e8e4dd',
  '#bab4aa',
  '#9d978c',
  '#7d786f',
  '#4b4843',
  '#353330',
  '#2a2927',
  '#242321',
  '#1e1d1b',
  '#191817',
];

/** Mantine's measures brought to ours: a 4-px grid, 13–14 px type, radius 6, hairlines, motion within 150 ms. */
export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-figures)',
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.6', lg: '1.6', xl: '1.6' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm', fw: 500 } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { marginBottom: 4 },
        description: { marginBottom: 6, fontSize: 12, lineHeight: 1.5 },
        error: { marginTop: 4, fontSize: 12 },
      },
    }),
    Modal: Modal.extend({
      // The page itself never scrolls, and the scroll lock would add a style element without our nonce.
      defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 120 } },
    }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 80 } } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 500, transitionProps: { duration: 80 }, withArrow: false },
    }),
  },
});

const shared = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-faint)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-accent-filled': 'var(--accent-fill)',
  '--mantine-color-accent-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

/** Mantine's variables point at ours, so that one table of colours rules both. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
