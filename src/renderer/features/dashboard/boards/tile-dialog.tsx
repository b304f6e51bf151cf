import { useState, type FormEvent } from 'react'
import {
  ADDITIVE,
  CHARTS,
  ENTRY_CHARTS,
  PANELS,
  SIDES,
  TILE_MEASURES,
  TIME_CHARTS,
  type ChartName,
  type PanelName,
  type Side,
  type Tile,
  type TileContent,
  type TileMeasure,
  type TileQuery,
} from '../../../../shared/boards/tile.ts'
import { TREND_GRAINS } from '../../../../shared/contract/dashboard.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import { ACTUAL } from '../../../../shared/query/scenario.ts'
import { useDimensionName, useDimensions } from '../../../app/dimensions.ts'
import { countFilters } from '../../../app/filters.ts'
import { useCall } from '../../../app/use-call.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  SelectField,
  TextField,
  useMessages,
  useSetting,
} from '../../../ui/index.ts'
import { rankable } from '../drill.ts'
import { messages } from './messages.ts'
import styles from './tile-dialog.module.css'

export type NewTile = Pick<Tile, 'title' | 'content'>

const PLAIN = ['figure', 'budget', 'anomalies', 'freshness', 'note'] as const
type Kind = (typeof PLAIN)[number] | ChartName | `panel:${PanelName}`

interface Draft {
  kind: Kind
  title: string
  side: Side
  measure: TileMeasure
  by: string
  within: string
  grain: string
  top: string
  scenario: string
  text: string
  own: Filters
}

const NO_FILTERS: Filters = {}

function draftOf(tile: Tile | undefined): Draft {
  const content = tile?.content
  const query = content && 'query' in content ? content.query : undefined
  return {
    kind: !content
      ? 'figure'
      : content.kind === 'chart'
        ? content.chart
        : content.kind === 'panel'
          ? `panel:${content.panel}`
          : content.kind,
    title: tile?.title ?? '',
    side: query?.side ?? 'expense',
    measure: query?.measure ?? 'sum',
    by: query?.by ?? '',
    within: query?.within ?? '',
    grain: query?.grain ?? '',
    top: String(query?.top ?? 8),
    scenario: content?.kind === 'budget' ? content.scenario : '',
    text: content?.kind === 'note' ? content.text : '',
    own: query?.filters ?? (content && 'filters' in content ? content.filters : NO_FILTERS),
  }
}

const isChart = (kind: Kind): kind is ChartName => (CHARTS as readonly string[]).includes(kind)
const has = (list: readonly string[], kind: Kind): boolean => list.includes(kind)

/** What the kind can be asked: the other fields are not shown. */
function asksOf(kind: Kind) {
  const time = has(TIME_CHARTS, kind)
  const entries = has(ENTRY_CHARTS, kind)
  const nested = has(['treemap', 'sunburst', 'sankey', 'heatmap'], kind)
  const chart = isChart(kind)
  return {
    side: (chart && kind !== 'scatter') || kind === 'figure',
    measure: (chart && !entries && kind !== 'waterfall') || kind === 'figure',
    by: chart && !has(['calendar', 'histogram', 'scatter'], kind),
    byNeeded: chart && !time,
    within: nested,
    withinNeeded: kind === 'sankey',
    grain: time && kind !== 'calendar',
    top: chart && !has(['calendar', 'histogram', 'scatter'], kind),
    own: !kind.startsWith('panel:') && kind !== 'note' && kind !== 'freshness',
  }
}

interface Props {
  /** The tile to change; undefined: a new one. */
  tile: Tile | undefined
  /** What the filter bar lets through now: offered as the tile's own. */
  filters: Filters
  onClose: () => void
  onDone: (tile: NewTile) => void
}

/** What a tile shows. */
export function TileDialog({ tile, filters, onClose, onDone }: Props) {
  const t = useMessages(messages)
  const { profile } = useSetting()
  const nameOf = useDimensionName()
  const dimensions = rankable(useDimensions()).map(d => ({ value: d.id, label: nameOf(d.id) }))
  const [draft, setDraft] = useState(() => draftOf(tile))
  const put = (part: Partial<Draft>): void => setDraft(now => ({ ...now, ...part }))
  const { value: scenarios } = useCall('budget.scenarios', {}, { enabled: draft.kind === 'budget' })
  const asks = asksOf(draft.kind)
  // A mean has no parts: it is offered for single figures and for single lines.
  const parts = asks.byNeeded || (asks.by && draft.by !== '')
  const measures = TILE_MEASURES.filter(id => !parts || ADDITIVE.includes(id))
  const by = draft.by || (asks.byNeeded ? (dimensions[0]?.value ?? '') : '')
  const second = dimensions.filter(d => d.value !== by)
  const within = draft.within || (asks.withinNeeded ? (second[0]?.value ?? '') : '')
  const set = countFilters(filters) + Number(filters.from !== undefined || filters.to !== undefined)
  const owned = Object.keys(draft.own).length > 0
  const done = (event: FormEvent): void => {
    event.preventDefault()
    onDone({ title: draft.title.trim(), content: contentOf({ ...draft, by, within }, asks, measures) })
  }
  const select = (id: 'side' | 'measure' | 'grain' | 'scenario', label: string, options: Options) => (
    <SelectField
      label={label}
      value={draft[id]}
      options={options}
      onChange={event => put({ [id]: event.target.value })}
    />
  )
  return (
    <Dialog title={tile ? t.saveTile : t.add} opened onClose={onClose} size={560}>
      <form onSubmit={done}>
        <div className={styles.form}>
          <SelectField
            label={t.kind}
            value={draft.kind}
            options={[
              ...[...PLAIN, ...CHARTS].map(id => ({ value: id, label: t.kinds[id] })),
              ...PANELS.map(id => ({ value: `panel:${id}`, label: `${t.groups.panels}: ${t.panels[id]}` })),
            ]}
            onChange={event => put({ kind: event.target.value as Kind })}
          />
          <TextField
            label={t.title}
            value={draft.title}
            maxLength={200}
            hint={t.titleHint}
            onChange={event => put({ title: event.target.value })}
          />
          {asks.side &&
            select(
              'side',
              t.side,
              SIDES.map(id => ({ value: id, label: t.sides[id][profile] })),
            )}
          {asks.measure &&
            select(
              'measure',
              t.measure,
              measures.map(id => ({ value: id, label: t.measures[id] })),
            )}
          {asks.by && (
            <SelectField
              label={t.by}
              value={by}
              options={[...(asks.byNeeded ? [] : [{ value: '', label: t.nobody }]), ...dimensions]}
              onChange={event => put({ by: event.target.value })}
            />
          )}
          {asks.within && (
            <SelectField
              label={draft.kind === 'heatmap' ? t.columnsBy : t.within}
              value={within}
              options={[
                ...(asks.withinNeeded
                  ? []
                  : [{ value: '', label: draft.kind === 'heatmap' ? t.months : t.nobody }]),
                ...second,
              ]}
              onChange={event => put({ within: event.target.value })}
            />
          )}
          {asks.grain &&
            select('grain', t.grain, [
              { value: '', label: t.grainAuto },
              ...([...TREND_GRAINS, 'week'] as const).map(id => ({ value: id, label: t.grains[id] })),
            ])}
          {asks.top && (
            <TextField
              label={t.top}
              type="number"
              min={1}
              max={50}
              required
              value={draft.top}
              onChange={event => put({ top: event.target.value })}
            />
          )}
          {draft.kind === 'budget' &&
            select('scenario', t.scenario, [
              { value: '', label: t.firstScenario },
              ...(scenarios ?? [])
                .filter(one => one.name !== ACTUAL)
                .map(one => ({ value: one.name, label: one.name })),
            ])}
          {draft.kind === 'note' && (
            <textarea
              className={`${styles.text} ${styles.wide}`}
              aria-label={t.notes}
              maxLength={4000}
              value={draft.text}
              onChange={event => put({ text: event.target.value })}
            />
          )}
          {asks.own && (owned || set > 0) && (
            <label className={`${styles.check} ${styles.wide}`}>
              <input
                type="checkbox"
                checked={owned}
                onChange={event => put({ own: event.target.checked ? filters : NO_FILTERS })}
              />
              <span>
                {tile && owned ? t.keepOwn : t.keep(set)}
                <br />
                <span className="t3">{t.keepHint}</span>
              </span>
            </label>
          )}
        </div>
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit">
            {tile ? t.saveTile : t.addTile}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

type Options = readonly { value: string; label: string }[]

function contentOf(
  draft: Draft,
  asks: ReturnType<typeof asksOf>,
  measures: readonly TileMeasure[],
): TileContent {
  const { kind, own: filters } = draft
  const top = Math.min(50, Math.max(1, Math.round(Number(draft.top)) || 8))
  const query: TileQuery = {
    side: draft.side,
    measure: asks.measure && measures.includes(draft.measure) ? draft.measure : 'sum',
    ...(asks.by && draft.by ? { by: draft.by } : {}),
    ...(asks.within && draft.within ? { within: draft.within } : {}),
    ...(asks.grain && draft.grain ? { grain: draft.grain as TileQuery['grain'] } : {}),
    top,
    filters,
  }
  if (isChart(kind)) return { kind: 'chart', chart: kind, query }
  switch (kind) {
    case 'figure':
      return { kind, query }
    case 'budget':
      return { kind, scenario: draft.scenario, filters }
    case 'anomalies':
      return { kind, filters }
    case 'freshness':
      return { kind }
    case 'note':
      return { kind, text: draft.text }
    default:
      return { kind: 'panel', panel: kind.slice('panel:'.length) as PanelName }
  }
}
