import type { Block, Cell, Column } from '../../../../shared/report/document.ts'
import type { Section, SectionKind } from '../../../../shared/report/definition.ts'
import type { Making } from '../make/making.ts'

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

export const fixedColumn = (key: string, label: string): Column => ({ key, label, kind: 'text', fixed: true })

/** Said where entries are in no sum. */
export function leftOut(unconverted: number, making: Making): Block[] {
  return unconverted === 0
    ? []
    : [paragraph(making.texts.common.unconverted(making.formats.count(unconverted)), 'note')]
}

/** 'Spending', in the words of the profile. */
export const measureName = (making: Making, measure: keyof Making['texts']['measures']['ledger']): string =>
  making.texts.measures[making.profile][measure]
