import type { Service } from '../../app.ts'

export const anomaliesService = {} satisfies Service<'anomalies'>
