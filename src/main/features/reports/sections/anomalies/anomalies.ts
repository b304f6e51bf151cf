import type { Output } from '../../../../../shared/contract/index.ts'
import type { Cell, ReportTable } from '../../../../../shared/report/document.ts'
import { ALERT_SEVERITIES } from '../../../../../shared/contract/alerts.ts'
import type { Making } from '../../make/making.ts'
import { sentence } from '../../make/sentence.ts'
import { detectorName } from '../../texts/methods.ts'
import { figureOf, leftOut, paragraph, text, type Part } from '../part.ts'

type Found = Output<'anomalies.find'>['findings'][number]

const amountOf = ({ figures, texts, filters }: Making, { entry, amount }: Found): Cell =>
  figures.entries(`${texts.anomalies.entry} ${entry}`, filters, [entry], amount)

/** The most unusual entries with the reason for each. Those that somebody dismissed are left out. */
export const anomalies: Part<'anomalies'> = {
  title: (_section, { texts }) => texts.sections.anomalies,
  async build(section, making) {
    const { texts, formats, filters } = making
    const found = await making.call('anomalies.find', {
      filters,
      ...(section.method !== undefined && { method: section.method }),
      limit: 1000,
    })
    if (found.state === 'too-few')
      return [paragraph(texts.anomalies.tooFew(formats.count(found.least)), 'missing')]
    const verdicts = await making.call('anomalies.verdicts', {})
    const dismissed = new Set(verdicts.filter(one => one.verdict === 'dismissed').map(one => one.entry))
    const least = ALERT_SEVERITIES.indexOf(section.severity)
    const shown = found.findings
      .filter(one => !dismissed.has(one.entry) && ALERT_SEVERITIES.indexOf(one.severity) >= least)
      .slice(0, section.top)
    const how = {
      analysis: 'anomalies',
      method: found.method,
      parameters: {},
      filters,
    }
    const intro = sentence(making, 'text', put =>
      texts.anomalies.intro(
        put(making.figures.counted(texts.anomalies.scored, { ...how, output: 'scored' }, found.scored)),
        put(making.figures.counted(texts.anomalies.flagged, { ...how, output: 'flagged' }, found.flagged)),
        detectorName(found.method, making.definition.parameters.language),
      ),
    )
    if (shown.length === 0) return [intro, paragraph(texts.anomalies.nothing)]
    const standing = (one: Found): Cell =>
      making.figures.measured(
        `${texts.anomalies.entry} ${one.entry}: ${texts.anomalies.standing}`,
        { ...how, output: `standing of entry ${one.entry}` },
        one.standing * 100,
        'percent',
        1,
      )
    const table: ReportTable = {
      kind: 'table',
      title: texts.sections.anomalies,
      columns: [
        { key: 'entry', label: texts.anomalies.entry, kind: 'count', fixed: true },
        { key: 'date', label: texts.anomalies.date, kind: 'date' },
        { key: 'payee', label: texts.anomalies.payee, kind: 'text' },
        { key: 'amount', label: texts.anomalies.amount, kind: 'money' },
        { key: 'standing', label: texts.anomalies.standing, kind: 'percent' },
        { key: 'why', label: texts.anomalies.why, kind: 'text' },
      ],
      rows: shown.map(one => {
        const unusual = standing(one)
        return [
          { kind: 'count', value: one.entry },
          { kind: 'date', date: one.date },
          text(one.payee),
          amountOf(making, one),
          unusual,
          // Its numbers (what is usual there, how far it is off) are the detector's, computed from the same entries.
          { ...text(one.statement), ...figureOf(unusual) },
        ]
      }),
    }
    return [
      intro,
      {
        kind: 'chart',
        title: texts.sections.anomalies,
        summary: intro.text,
        chart: {
          type: 'scatter',
          currency: found.currency,
          points: found.points.map(({ date, amount, flagged }) => ({ x: date, value: amount, flagged })),
        },
      },
      table,
      ...leftOut(found.unconverted, making),
    ]
  },
}
