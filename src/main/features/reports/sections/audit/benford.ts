import type { Block, ReportTable } from '../../../../../shared/report/document.ts'
import type { Making } from '../../make/making.ts'
import { auditValue } from '../../texts/audit-words.ts'
import { sentence, type Put } from '../../make/sentence.ts'
import { paragraph } from '../part.ts'
import { statisticOf, type Ran } from './run-test.ts'

type Benford = NonNullable<Ran['result']['benford']>[number]

/** Beyond it a digit stands outside what chance does in nineteen cases of twenty. */
const NOTABLE = 1.96
/** More digits than these are told by their outliers; the picture has all of them. */
const ALL = 10

/** Leading digits against Benford's law: the verdict, a picture, and the digits' shares. */
export function benfordBlocks(making: Making, ran: Ran): Block[] {
  const { texts, formats, figures, definition } = making
  const { language } = definition.parameters
  return (ran.result.benford ?? []).flatMap((one): Block[] => {
    const title = texts.audit.digits(auditValue(one.digits, language), auditValue(one.sign, language))
    const from = (output: string) => statisticOf(ran, `${one.digits} ${one.sign}${output}`)
    const n = figures.counted(`${title}: ${texts.common.entries}`, from(' n'), one.n)
    const { mad } = one
    if (!mad) return [sentence(making, 'text', put => `${title}: ${texts.audit.few} (${put(n)}).`)]
    const deviation = figures.measured(`${title}: ${texts.audit.mad}`, from(' MAD'), mad.value, 'number', 5)
    const verdict = (put: Put): string =>
      texts.audit.verdict(put(n), put(deviation), auditValue(mad.conformity ?? one.verdict, language))
    return [
      sentence(making, 'text', put => `${title}. ${verdict(put)}`),
      {
        kind: 'chart',
        title,
        summary: verdict(cell => formats.cell(cell)),
        chart: {
          type: 'benford',
          labels: one.counts.map(count => String(count.digits)),
          observed: one.counts.map(count => count.observed),
          expected: one.counts.map(count => count.expected),
        },
      },
      ...digitsTable(making, ran, one, title),
    ]
  })
}

function digitsTable(making: Making, ran: Ran, one: Benford, title: string): Block[] {
  const { texts, formats, figures } = making
  const all = one.counts.length <= ALL
  const rows = all ? one.counts : one.counts.filter(count => count.z > NOTABLE).toSorted((a, b) => b.z - a.z)
  if (rows.length === 0) return [paragraph(texts.audit.noDigits)]
  const table: ReportTable = {
    kind: 'table',
    title,
    columns: [
      { key: 'digit', label: texts.audit.digit, kind: 'text', fixed: true },
      { key: 'count', label: texts.common.entries, kind: 'count' },
      { key: 'observed', label: texts.audit.share, kind: 'percent' },
      { key: 'expected', label: texts.audit.expectedShare, kind: 'percent' },
      { key: 'z', label: texts.audit.z, kind: 'number' },
    ],
    rows: rows.map(({ digits, count, observed, expected, z }) => {
      const label = `${title}: ${digits}`
      const from = (output: string) => statisticOf(ran, `${one.digits} ${one.sign} ${digits}${output}`)
      return [
        { kind: 'text', text: String(digits) },
        figures.counted(label, from(''), count),
        figures.measured(`${label}, ${texts.audit.share}`, from(' observed'), observed * 100, 'percent', 2),
        figures.measured(
          `${label}, ${texts.audit.expectedShare}`,
          from(' expected'),
          expected * 100,
          'percent',
          2,
        ),
        figures.measured(`${label}, ${texts.audit.z}`, from(' z'), z, 'number', 2),
      ]
    }),
  }
  return all
    ? [table]
    : [
        sentence(making, 'text', put => {
          const found = figures.counted(
            `${title}: ${texts.audit.outsideName}`,
            statisticOf(ran, `${one.digits} ${one.sign} outside`),
            rows.length,
          )
          return texts.audit.outside(put(found), formats.count(one.counts.length))
        }),
        table,
      ]
}
