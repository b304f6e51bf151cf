import { FailureError } from '../../../shared/result/failure.ts'
import type { ImportBench } from './testing.ts'

/**
 * For tests: what becomes of a file, on one line: format, rows (loaded + rejected + ignored), their sum, how many of the file's own
 * statements agree, what is asked; or the sentence by which it is refused.
 */
export async function outcomeOfFile(bench: ImportBench, path: string): Promise<string> {
  try {
    const { format, counts, sums, controls, questions, problems, problemCount } = await bench.look(path)
    const held = controls.filter(c => c.code !== 'stated')
    const money = Object.entries(sums)
    const rejected = problems.filter(p => p.severity === 'rejected').map(p => p.code)
    const parts = [
      format,
      `${counts.read} = ${counts.loaded} loaded + ${counts.rejected} rejected + ${counts.ignored} ignored`,
      money
        .slice(0, 3)
        .map(([currency, sum]) => `${sum} ${currency}`)
        .join(', ') + (money.length > 3 ? ` and ${money.length - 3} currencies` : ''),
      held.length > 0 ? `${held.filter(c => c.agrees).length} of ${held.length} controls agree` : '',
      controls.length > held.length ? `${controls.length - held.length} balances stated` : '',
      rejected.length > 0 ? `rejected: ${[...new Set(rejected)].join(', ')}` : '',
      problemCount > counts.rejected ? `${problemCount - counts.rejected} notes` : '',
      questions.length > 0 ? `asks ${questions.map(q => q.id).join(', ')}` : '',
    ]
    return parts.filter(part => part !== '').join('; ')
  } catch (error) {
    if (error instanceof FailureError) return `refused: ${error.failure.message}`
    throw error
  }
}
