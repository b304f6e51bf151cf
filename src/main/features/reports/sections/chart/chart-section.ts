import type { Section } from '../../../../../shared/report/definition.ts'

/** A report's picture, as it is asked for. */
export type ChartSection = Extract<Section, { kind: 'chart' }>
