import type { SunburstSeriesOption } from 'echarts/charts'
import type { Tree } from '../../../shared/data/data.ts'
import type { LegendItem } from '../legend.tsx'
import type { ChartStyle } from '../model.ts'
import type { MemberWords } from '../names.ts'
import { treeModel, type Drawn } from '../tree.ts'
import type { TreeChart } from '../treemap/option.ts'

/** Middle of the inner ring in a tile of the usual height, in pixels, and how thick either ring is there. */
const MIDDLE = 42
const RING = 44
const LINE = 12
const CHARACTER = 6
/** Narrower than this no name is read from its beginning. */
const LEAST = 34

/** Width of the narrowest tile's legend, and what an item of it has beside its name, which is cut; pixels. */
const LEGEND = { width: 450, beside: 28, longest: 130, line: 24 }
/** Height of a tile of the usual height, without the one line of a legend that it has anyway. */
const HEIGHT = 222

/** How much smaller the rings are below a legend of several lines. */
function scaleUnder(names: readonly string[]): number {
  let lines = 1
  let used = 0
  for (const name of names) {
    const width = Math.min(LEGEND.longest, name.length * CHARACTER) + LEGEND.beside
    if (used > 0 && used + width > LEGEND.width) {
      lines += 1
      used = 0
    }
    used += width
  }
  return Math.max(0.5, 1 - ((lines - 1) * LEGEND.line) / HEIGHT)
}

/**
 * Parts as a ring, parts of parts as a second ring around it. Parts are named in the legend; a slice has its name where that fits, on
 * several lines if need be, else in tooltip and table.
 */
export function sunburstModel(
  tree: Tree,
  style: ChartStyle,
  words: MemberWords & { percent: (ratio: number) => string },
  hidden?: ReadonlySet<string>,
): TreeChart & { legend: LegendItem[] } {
  const { data, entries, ...model } = treeModel(tree, style, words, hidden)
  const { colours, fontFamily } = style
  const scale = scaleUnder(entries.map(entry => entry.label))
  const [middle, ring] = [MIDDLE * scale, RING * scale]
  const nested = data.some(node => node.children)
  const whole = data.reduce((sum, node) => sum + node.value, 0)
  const angle = (value: number): number => (whole === 0 ? 0 : (value / whole) * 2 * Math.PI)
  const series: SunburstSeriesOption = {
    type: 'sunburst',
    radius: ['18%', '96%'],
    center: ['50%', '50%'],
    sort: undefined,
    nodeClick: false,
    itemStyle: { borderColor: colours.surface, borderWidth: 1 },
    label: { fontFamily, fontSize: 11, lineHeight: LINE, minAngle: 8, overflow: 'truncate', ellipsis: '…' },
    emphasis: { focus: 'ancestor' },
    levels: [
      {},
      { r0: '18%', r: nested ? '58%' : '96%', label: { rotate: nested ? 'tangential' : 'radial' } },
      { r0: '58%', r: '96%', label: { rotate: 'radial' } },
    ],
    data: data.map(node => ({
      ...node,
      label: nested
        ? along(node, 2 * middle * Math.sin(Math.min(angle(node.value), Math.PI) / 2))
        : across(node, angle(node.value) * middle, 2 * ring),
      ...(node.children && {
        children: node.children.map(part => ({
          ...part,
          label: across(part, angle(part.value) * (middle + ring), ring),
        })),
      }),
    })),
  }
  return {
    ...model,
    parts: 'sunburst',
    option: { tooltip: { trigger: 'item' }, series: [series] },
    legend: entries.map(entry => ({ ...entry, shape: 'square' })),
  }
}

type Label = Drawn['label'] & Pick<NonNullable<SunburstSeriesOption['label']>, 'show' | 'width' | 'formatter'>

/** Lines that end between words, of so many pixels; a line that is one long word is cut by the picture. */
function onLines(name: string, width: number, most: number): string {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    const fits = last !== undefined && (last.length + word.length + 1) * CHARACTER <= width
    if (last === undefined || (!fits && lines.length < most)) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

/** A name along its ring: as wide as the slice's chord. */
const along = ({ name, label }: Drawn, chord: number): Label => ({
  ...label,
  show: chord >= LEAST,
  width: Math.round(chord),
  formatter: onLines(name, chord, 3),
})

/** A name outwards: as wide as the ring is thick, on as many lines as the slice has room for. */
const across = ({ name, label }: Drawn, arc: number, thick: number): Label => ({
  ...label,
  width: thick,
  formatter: onLines(name, thick, Math.max(1, Math.floor(arc / (1.2 * LINE)))),
})
