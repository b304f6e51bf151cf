import type { Tile, TileContent, TileQuery } from '../../../../shared/boards/tile.ts'
import type { Profile } from '../../../../shared/query/dimensions.ts'
import { useDimensionName } from '../../../app/dimensions.ts'
import { useMessages, useSetting } from '../../../ui/index.ts'
import { messages as dashboardMessages } from '../messages.ts'
import { messages } from './messages.ts'

type Texts = ReturnType<typeof useMessages<typeof messages.en>>

/** What a tile is called: by its own title, or by what it shows. */
export function useTileTitle(): (tile: Pick<Tile, 'title' | 'content'>) => string {
  const t = useMessages(messages)
  const d = useMessages(dashboardMessages)
  const nameOf = useDimensionName()
  const { profile } = useSetting()
  return ({ title, content }) => {
    if (title !== '') return title
    if (content.kind === 'panel') {
      if (content.panel === 'payees') return d.topPayees[profile]
      return content.panel === 'income-expense' ? d.incomeExpense[profile] : t.panels[content.panel]
    }
    return titleOf(content, t, nameOf, profile)
  }
}

function titleOf(
  content: Exclude<TileContent, { kind: 'panel' }>,
  t: Texts,
  nameOf: (id: string) => string,
  profile: Profile,
): string {
  if (content.kind !== 'figure' && content.kind !== 'chart') return t.kinds[content.kind]
  const { query } = content
  const what = subjectOf(query, t, profile)
  if (content.kind === 'figure') return what
  const by = query.by && nameOf(query.by)
  const within = query.within && nameOf(query.within)
  switch (content.chart) {
    case 'waterfall':
      return t.changeOf(what)
    case 'histogram':
    case 'scatter':
      return t.amountsOf(t.sides[query.side][profile])
    case 'box':
      return t.byName(t.sides[query.side][profile], by ?? t.usualBy)
    default:
      if (by && within) return t.byName(what, t.withinName(by, within))
      return by ? t.byName(what, by) : what
  }
}

function subjectOf({ measure, side }: TileQuery, t: Texts, profile: Profile): string {
  const of = t.sides[side][profile]
  return measure === 'sum' ? of : t.named(t.measures[measure], of)
}
