import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noName: 'The upload has no file name.',
    tooLarge: (name: string) => `${name} is larger than 16 GB.`,
  },
  de: {
    noName: 'Der hochgeladenen Datei fehlt der Name.',
    tooLarge: name => `${name} ist größer als 16 GB.`,
  },
})
