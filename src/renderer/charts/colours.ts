import { chartTokens, tokens, type ThemeName } from '../ui/theme/tokens.ts'
import type { ChartColours } from './model.ts'

const known = new Map<ThemeName, ChartColours>()

/** The tokens' colours for charts. One object a theme, so that effects which depend on it run only when the theme changes. */
export function chartColours(theme: ThemeName): ChartColours {
  let colours = known.get(theme)
  if (!colours) {
    const { surface, raised, text, text2, text3, line, lineStrong, accent } = tokens.color[theme]
    const { income, expense, anomaly, shadow, favourable, adverse, favourableTint, adverseTint } =
      tokens.color[theme]
    colours = {
      ...{ surface, raised, text, text2, text3, line, lineStrong, accent },
      ...{ income, expense, anomaly, shadow, favourable, adverse, favourableTint, adverseTint },
      ...chartTokens(theme),
    }
    known.set(theme, colours)
  }
  return colours
}
