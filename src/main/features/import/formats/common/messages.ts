import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    balanceDiffers: (stated: string, sum: string, apart: string) =>
      `The closing balance is ${stated}, but the opening balance and the movements come to ${sum}: ${apart} apart. Ask the bank for the statement again, or look for missing or repeated movements.`,
    totalDiffers: (
      stated: string,
      statedSum: string,
      of: 'credits' | 'debits' | 'all',
      count: number,
      sum: string,
    ) =>
      `The statement counts ${stated} ${of === 'all' ? 'movements' : of} of ${statedSum} in all, but ${count} of ${sum} were read. Ask the bank for the statement again, or look for missing or repeated movements.`,
  },
  de: {
    balanceDiffers: (stated, sum, apart) =>
      `Der Endsaldo ist ${stated}, aber der Anfangssaldo und die Umsätze ergeben ${sum}: ${apart} Unterschied. Bitten Sie die Bank noch einmal um den Auszug, oder suchen Sie nach fehlenden oder doppelten Umsätzen.`,
    totalDiffers: (stated, statedSum, of, count, sum) =>
      `Der Auszug zählt ${stated} ${{ all: 'Umsätze', credits: 'Gutschriften', debits: 'Belastungen' }[of]} von zusammen ${statedSum}, gelesen wurden aber ${count} von ${sum}. Bitten Sie die Bank noch einmal um den Auszug, oder suchen Sie nach fehlenden oder doppelten Umsätzen.`,
  },
})
