import type { AnswerFigure, Reply } from '../../../shared/contract/chat.ts'
import type { Format } from '../../ui/index.ts'
import type { messages } from './messages.ts'
import type { saidMessages } from './said.messages.ts'

type Texts = (typeof messages)['en']
type Sentences = (typeof saidMessages)['en']

/** What came from the ledger is text: no sign of it makes Markdown. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#+!|~&]/g, String.raw`\$&`)

export function writtenFigure(figure: AnswerFigure, currency: string, format: Format): string {
  const { approximateError, ...exact } = figure
  if (approximateError !== undefined) return `≈ ${writtenFigure(exact, currency, format)}`
  const { kind, value } = exact
  if (value === null) return '–'
  switch (kind) {
    case 'money':
      return typeof value === 'string' ? value : format.money(value, { currency, symbol: true })
    case 'count':
      return typeof value === 'string' ? value : format.count(value)
    case 'percent':
      return format.percent(Number(value) / 100, { digits: 1 })
    case 'day':
      return format.date(String(value))
    case 'step':
      return format.step(String(value))
    case 'text':
      return plain(String(value))
  }
}

/** The answer's first sentence in the person's language, as Markdown; English from the analysis where the page has none of its own. */
export function sentenceOf(
  { answer, asked, currency }: Reply,
  texts: Texts,
  sentences: Sentences,
  format: Format,
): string {
  const [first] = answer?.findings ?? []
  if (!answer || !first || !asked) return ''
  const figure = (code: string): string => {
    const found = answer.figures.find(f => f.code === code)
    return found ? writtenFigure(found, currency, format) : ''
  }
  const say = Object.hasOwn(sentences, first.code) ? sentences[first.code as keyof Sentences] : undefined
  const what =
    asked.op === 'sum'
      ? texts.measures[asked.measure]
      : `${texts.measures[asked.measure]}, ${texts.ops[asked.op]}`
  return say ? say(figure, what) : plain(first.statement)
}
