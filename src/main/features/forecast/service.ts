import type { Service } from '../../app.ts'

export const forecastService = {} satisfies Service<'forecast'>
