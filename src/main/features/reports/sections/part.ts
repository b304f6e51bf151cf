import type { Block, Cell, Column } from '../../../../shared/report/document.ts'
import type { Section, SectionKind } from '../../../../shared/report/definition.ts'
import type { Making } from '../make/making.ts'
import { sentence } from '../make/sentence.ts'

/** A kind of section: what it is called where the report does not say, and how its blocks are made. */
export interface Part<K extends SectionKind = SectionKind> {
  title(section: Extract<Section, { kind: K }>, making: Making): string
  build(section: Extract<Section, { kind: K }>, making: Making): Promise<Block[]>
}

export const paragraph = (text: string, tone: 'text' | 'note' | 'missing' = 'text'): Block => ({
  kind: 'paragraph',
  text,
  tone,
})

export const text = (words: string): Cell => ({ kind: 'text', text: words })

/** Of a cell that prints a figure, for what prints the same one elsewhere. */
export const figureOf = (cell: Cell | undefined): { figure?: string } =>
  cell && 'figure' in cell && cell.figure !== undefined ? { figure: cell.figure } : {}

export const fixedColumn = (key: string, label: string): Column => ({ key, label, kind: 'text', fixed: true })

/** Said where entries are in no sum. */
export function leftOut(unconverted: number, making: Making, filters = making.filters): Block[] {
  if (unconverted === 0) return []
  const { texts, figures } = making
  const how = { analysis: 'ledger', method: 'without a rate', parameters: {}, filters, output: 'entries' }
  return [
    sentence(making, 'note', put =>
      texts.common.unconverted(put(figures.counted(texts.common.withoutRate, how, unconverted))),
    ),
  ]
}

/** 'Spending', in the words of the profile. */
export const measureName = (making: Making, measure: keyof Making['texts']['measures']['ledger']): string =>
  making.texts.measures[making.profile][measure]
