import type { Block } from '../../../../../shared/report/document.ts'
import type { Making } from '../../make/making.ts'
import { paragraph } from '../part.ts'
import type { AuditResult } from './run-test.ts'

/** Leading digits against Benford's law: the verdict, a picture, and every digit's share. */
export function benfordBlocks({ texts, formats }: Making, { benford }: AuditResult): Block[] {
  return (benford ?? []).flatMap((one): Block[] => {
    const title = texts.audit.digits(one.digits, one.sign)
    if (!one.mad) return [paragraph(`${title}: ${texts.audit.few} (${formats.count(one.n)}).`)]
    const verdict = texts.audit.verdict(
      formats.count(one.n),
      formats.fixed(one.mad.value, 5),
      one.mad.conformity ?? one.verdict,
    )
    return [
      paragraph(`${title}. ${verdict}`),
      {
        kind: 'chart',
        title,
        summary: verdict,
        chart: {
          type: 'benford',
          labels: one.counts.map(count => String(count.digits)),
          observed: one.counts.map(count => count.observed),
          expected: one.counts.map(count => count.expected),
        },
      },
      {
        kind: 'table',
        title,
        columns: [
          { key: 'digit', label: texts.audit.digit, kind: 'text', fixed: true },
          { key: 'count', label: texts.common.entries, kind: 'count', sum: true },
          { key: 'observed', label: texts.audit.share, kind: 'percent' },
          { key: 'expected', label: texts.audit.expectedShare, kind: 'percent' },
          { key: 'z', label: texts.audit.z, kind: 'number' },
        ],
        rows: one.counts.map(({ digits, count, observed, expected, z }) => [
          { kind: 'text', text: String(digits) },
          { kind: 'count', value: count },
          { kind: 'percent', value: observed * 100, places: 2 },
          { kind: 'percent', value: expected * 100, places: 2 },
          { kind: 'number', value: z, places: 2 },
        ]),
        totals: [
          { kind: 'text', text: texts.common.total },
          { kind: 'count', value: one.counts.reduce((sum, count) => sum + count.count, 0) },
          { kind: 'text', text: '' },
          { kind: 'text', text: '' },
          { kind: 'text', text: '' },
        ],
      },
    ]
  })
}
