import { basename, extname, join } from 'node:path'
import { stat } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import type { PickedFile } from '../../../shared/contract/import.ts'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import type { App } from '../../app.ts'
import type { ShellMessages } from './messages.ts'

const WORKSPACE = ['farthing']
/** What the import dialog offers first. Formats are told by content, so that "all files" imports as well. */
export const IMPORTABLE = ['csv', 'tsv', 'txt']

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

/** Where a new workspace shall be. The file is not made here. */
export async function chooseNewWorkspace(
  window: BrowserWindow,
  text: ShellMessages,
  folder: string,
): Promise<string | undefined> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, 'Ledger.farthing'),
    buttonLabel: text.create,
    filters: [{ name: text.workspaceFiles, extensions: WORKSPACE }],
  })
  if (chosen.canceled || !chosen.filePath) return undefined
  return extname(chosen.filePath) === '' ? `${chosen.filePath}.farthing` : chosen.filePath
}

/** A path that the user chose, dropped or opened becomes a token; the page learns its name and size. */
export async function fileToken(app: App, path: string): Promise<Result<PickedFile>> {
  const name = basename(path)
  if (name === '')
    return fail('bad-input', 'This does not lie on the disk as a file. Save it first, then import it.')
  const found = await stat(path).catch(() => undefined)
  if (!found) return fail('not-found', `${name} is not there any more, or may not be read. Choose it again.`)
  if (!found.isFile()) return fail('bad-input', `${name} is not a file. Choose the files in it.`)
  return ok(app.files.add(path, name, found.size, false))
}
