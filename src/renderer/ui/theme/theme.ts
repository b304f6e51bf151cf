import { createTheme } from '@mantine/core'

/** Mantine's side of the theme: sizes and defaults. Its colours are CSS variables, mapped in mantine.css. */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  defaultRadius: 5,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
})
