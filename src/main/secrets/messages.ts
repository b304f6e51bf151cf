import { catalogue } from '../../shared/text/language.ts'

export const say = catalogue({
  en: {
    keysMissing: (path: string) =>
      `The keys of this workspace are missing: there is no ${path}. Put the file back beside the workspace, from a copy or a backup.`,
    keysDamaged: (path: string, where: string, why: string) =>
      `The key file ${path} is damaged (${where}: ${why}). It was left as it is; put it back from a copy or a backup.`,
    noKeyFile: 'this is no file of keys',
  },
  de: {
    keysMissing: path =>
      `Die Schlüssel dieses Arbeitsbereichs fehlen: Die Datei ${path} gibt es nicht. Legen Sie sie aus einer Kopie oder einer Sicherung wieder neben den Arbeitsbereich.`,
    keysDamaged: (path, where, why) =>
      `Die Schlüsseldatei ${path} ist beschädigt (${where}: ${why}). Sie blieb, wie sie ist; legen Sie sie aus einer Kopie oder einer Sicherung zurück.`,
    noKeyFile: 'das ist keine Datei mit Schlüsseln',
  },
})
