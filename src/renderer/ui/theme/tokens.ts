import tokens from './tokens.json'

/** Which of the three drawn themes is on: 'system' is settled before this. */
export type ThemeName = 'light' | 'dark' | 'contrast'

/** The design's values as they were drawn (colours, chart colours, sizes). CSS uses tokens.css, made from the same file. */
export { tokens }

/** Chart colours of a theme; high contrast takes what it does not name from dark. */
export function chartTokens(theme: ThemeName) {
  return { decals: false, ...tokens.chart.dark, ...tokens.chart[theme] }
}
