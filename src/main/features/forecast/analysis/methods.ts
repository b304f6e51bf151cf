import { arima } from './arima/index.ts'
import { combination } from './combination/index.ts'
import { ets } from './ets/index.ts'
import type { Method, MethodId } from './method.ts'
import { prophet } from './prophet/index.ts'
import { driftForecast, meanForecast, seasonalNaive } from './seasonal-naive/index.ts'
import { theta } from './theta/index.ts'

/** Every method by its id. A new one is a folder and a line here. */
export const methods: Readonly<Record<MethodId, Method>> = {
  combination,
  ets,
  theta,
  arima,
  prophet,
  naive: seasonalNaive,
  mean: meanForecast,
  drift: driftForecast,
}
