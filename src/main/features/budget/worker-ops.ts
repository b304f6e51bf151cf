import { readBudgetFile } from './read-file.ts'

/** What the analysis worker does for this feature: it alone opens the files. */
export const budgetOps = {
  budgetReadFile: readBudgetFile,
}
