import type { Intent } from '../../../../shared/ask/asked.ts'
import { anomalies } from './anomalies/index.ts'
import { breakdown } from './breakdown/index.ts'
import { budget } from './budget/index.ts'
import { chart } from './chart/index.ts'
import { comparison } from './comparison/index.ts'
import { forecast } from './forecast/index.ts'
import type { AnswerIntent } from './intent.ts'
import { rootCause } from './root-cause/index.ts'
import { search } from './search/index.ts'
import { summary } from './summary/index.ts'
import { trends } from './trends/index.ts'

/** Every kind of question, by its name: each is answered by the features that know how. */
export const intents: Readonly<Record<Intent, AnswerIntent>> = {
  summary,
  breakdown,
  trends,
  comparison,
  'root-cause': rootCause,
  anomalies,
  forecast,
  budget,
  search,
  chart,
}
