import {
  Button,
  Card,
  createTheme,
  defaultVariantColorsResolver,
  Drawer,
  Input,
  Modal,
  NavLink,
  Notification,
  SegmentedControl,
  Table,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import inputs from './inputs.module.css';

// Index 7 serves the light scheme, 4 the dark one; see tokens.css for the contrast they keep.
const colors = {
  terracotta: tuple('#fcf2ea #f7dfd1 #efc2ab #eaa98b #ee9470 #d0673f #bb5228 #a8431f #8b3618 #6b2912'),
  bosco: tuple('#eef5f0 #dce9e0 #b9d4c5 #95bfaa #86c7a9 #4a8a70 #2f6b55 #1d4b3c #163a2f #0f2a22'),
  ocra: tuple('#fdf6e7 #f8e8c8 #f1d598 #ebc470 #e9bc66 #c98f24 #a06c0c #7a5200 #5e3f00 #432d00'),
  vino: tuple('#fdf0f2 #f7dde2 #efbcc7 #eb9bab #f493a9 #c04764 #a52e4d #8c1c3c #70152f #520e22'),
  lapis: tuple('#f0f4fa #dfe7f2 #bccde4 #9fb8da #9dbce8 #4d74ad #365d97 #274b7f #1e3a63 #152946'),
  gray: tuple('#fbf7f0 #f3ecdf #e8decc #dccfb9 #c7b99f #857a67 #6b6455 #5c564a #4c5852 #2b322f'),
  dark: tuple('#f3ece0 #b4bdb5 #a3ada6 #7c8a84 #46544f #323e3a #26302d #1a2220 #121816 #0d1211'),
};

function tuple(shades: string): MantineColorsTuple {
  return shades.split(' ') as unknown as MantineColorsTuple;
}

/** Filled parts turn light in the dark scheme, and what is written on them must turn with them. */
const variants: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const named = (input.color ?? 'terracotta') in colors;
  return input.variant === 'filled' && named ? { ...resolved, color: 'var(--on-accent)' } : resolved;
};

// The header of a dialog is no banner of the page.
const plainHeader = { header: { role: 'presentation' } };

/** The look of every Mantine part; what is not said here is left to the tokens below. */
export const theme = createTheme({
  colors,
  primaryColor: 'terracotta',
  variantColorResolver: variants,
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  black: '#1c2723',
  white: '#fffefb',
  fontFamily: 'var(--text)',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, monospace',
  headings: {
    fontFamily: 'var(--display)',
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.9rem, 1.3rem + 2.4vw, 3rem)', lineHeight: '1.08' },
      h2: { fontSize: 'clamp(1.4rem, 1.2rem + 0.9vw, 1.85rem)', lineHeight: '1.15' },
      h3: { fontSize: '1.25rem', lineHeight: '1.25' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' }, classNames: { loader: inputs.loader ?? '' } }),
    Card: Card.extend({ defaultProps: { padding: 'lg', withBorder: true } }),
    Input: Input.extend({ defaultProps: { size: 'md' }, classNames: { input: inputs.input ?? '' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
      classNames: {
        label: inputs.label ?? '',
        description: inputs.description ?? '',
        error: inputs.error ?? '',
      },
    }),
    Drawer: Drawer.extend({ defaultProps: { attributes: plainHeader } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 }, attributes: plainHeader },
      styles: { title: { fontFamily: 'var(--display)', fontSize: '1.35rem', fontWeight: 650 } },
    }),
    NavLink: NavLink.extend({ defaultProps: { variant: 'subtle' } }),
    Notification: Notification.extend({ defaultProps: { radius: 'var(--radius)' } }),
    SegmentedControl: SegmentedControl.extend({
      classNames: (_, { color }) => ({ label: color === undefined ? '' : (inputs.onAccent ?? '') }),
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm' } }),
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-error': 'var(--vino)',
  '--mantine-color-anchor': 'var(--terracotta)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
};

// Under the pointer a filled part grows lighter by night: darker, what is written on it would fade.
const nightHovers = Object.fromEntries(
  Object.keys(colors).map((name) => [
    `--mantine-color-${name}-filled-hover`,
    `var(--mantine-color-${name}-3)`,
  ]),
);

/** Hands the tokens to Mantine, so that one variable moves both worlds. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: surfaces,
  dark: { ...surfaces, ...nightHovers },
});
