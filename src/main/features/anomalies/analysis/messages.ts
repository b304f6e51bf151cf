import { catalogue } from '../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    tooManyRows: (most: number, rows: number) =>
      `ml-isolation-forest takes at most ${most} rows, and there are ${rows}. Narrow the filters, or take isolation-forest.`,
  },
  de: {
    tooManyRows: (most, rows) =>
      `ml-isolation-forest nimmt höchstens ${most} Zeilen, und es sind ${rows}. Engen Sie die Filter ein, oder nehmen Sie isolation-forest.`,
  },
})
