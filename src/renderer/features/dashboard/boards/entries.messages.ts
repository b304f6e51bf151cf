import { defineMessages } from '../../../ui/index.ts'

export const messages = defineMessages({
  en: {
    from: 'From',
    to: 'To',
    count: 'Entries',
    low: 'Lower whisker',
    q1: 'Lower quartile',
    median: 'Median',
    q3: 'Upper quartile',
    high: 'Upper whisker',
    outliers: 'Beyond the whiskers',
  },
  de: {
    from: 'Von',
    to: 'Bis',
    count: 'Buchungen',
    low: 'Unteres Ende',
    q1: 'Unteres Quartil',
    median: 'Median',
    q3: 'Oberes Quartil',
    high: 'Oberes Ende',
    outliers: 'Darüber hinaus',
  },
})
