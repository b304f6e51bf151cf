import { dialog, type BrowserWindow } from 'electron'
import type { ShellMessages } from './messages.ts'

const WORKSPACE = ['farthing']
/** What the import dialog offers first. Formats are told by content, so that "all files" imports as well. */
export const IMPORTABLE = [
  'csv', 'tsv', 'txt', 'xlsx', 'ofx', 'qfx', 'qif', 'sta', 'mt940', '940', '942', 'xml', 'journal', 'ledger', 'beancount', 'zip', 'gz',
] // prettier-ignore

/** The files chosen, as paths; empty where the dialog was cancelled. */
export async function chooseImports(window: BrowserWindow, text: ShellMessages): Promise<string[]> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    buttonLabel: text.import,
    filters: [
      { name: text.ledgerFiles, extensions: IMPORTABLE },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  return chosen.canceled ? [] : chosen.filePaths
}

export async function chooseWorkspace(
  window: BrowserWindow,
  text: ShellMessages,
  folder: string,
): Promise<string | undefined> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'dontAddToRecent'],
    defaultPath: folder,
    filters: [{ name: text.workspaceFiles, extensions: WORKSPACE }],
  })
  return chosen.canceled ? undefined : chosen.filePaths[0]
}
