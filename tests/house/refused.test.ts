import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { methodOf, METHOD_NAMES } from '../../src/shared/contract/index.ts'
import { ROLES } from '../../src/shared/contract/method.ts'
import { READS, refusalOf, VIEWERS_WRITES } from '../../src/shared/contract/refusal.ts'

const project = resolve(import.meta.dirname, '../..')

/** Called from pages without a `needs` of their own name, each with what a viewer meets first. */
const BEHIND: Record<string, string> = {
  'import.members': 'no file is picked without import.preview',
  'import.commit': 'no file is read without import.preview',
  'import.restore': 'the same button as import.undo',
  'rules.moveCategory': 'the same buttons as rules.renameCategory',
  'rules.mergeCategory': 'the same buttons as rules.renameCategory',
  'connections.test': 'the dialog opens by connections.save',
  'connections.tables': 'the dialog opens by connections.preview',
  'connections.saveQuery': 'the dialog opens by connections.preview',
  'connections.extract': 'the dialog opens by connections.preview',
  'ledger.redo': 'the same keys and the same command as ledger.undo',
  'chat.say': 'the page asks chat.ask for a viewer',
  'chat.createRoom': 'shown to those who may write',
  'chat.renameRoom': 'shown to those who may write',
  'chat.clearRoom': 'shown to those who may write',
  'chat.deleteRoom': 'shown to those who may write',
  'chat.askModel': 'nothing is sent without chat.preview',
  'security.users': 'the tab shows a viewer the own password alone',
  'security.log': 'asked for administrators alone; others are told so',
  'privacy.retention': 'shown to administrators',
}

/** The methods that a viewer, or somebody who may only read the file, is refused and that a text calls; and those that some control names. */
function readOf(text: string): { called: string[]; named: Set<string> } {
  const called = METHOD_NAMES.filter(name => {
    const least = methodOf(name)?.role ?? 'admin'
    if (ROLES.indexOf(least) <= ROLES.indexOf('viewer') && !VIEWERS_WRITES.has(name)) return false
    const [feature, key] = name.split('.')
    return (
      new RegExp(`(?:[cC]all|[?:])\\(?\\s*'${feature}\\.${key}'`, 'u').test(text) ||
      (feature === 'ledger' && /^(?:undo|redo)$/u.test(key ?? '') && text.includes('`ledger.${which}`'))
    )
  })
  const names = text.matchAll(/(?:needs=["']|needs: '|held\('|useMay\(')([\w-]+\.\w+)['"]/gu)
  const chosen = [...text.matchAll(/needs=\{([^}]+)\}/gu)].flatMap(match => [
    ...(match[1] ?? '').matchAll(/'([\w-]+\.\w+)'/gu),
  ])
  return { called, named: new Set([...names, ...chosen].map(match => match[1] ?? '')) }
}

test('the rule sees what it is for', () => {
  const { called, named } =
    readOf(`await call('rules.save', { rule }); useLongCall('rules.apply'); call('rules.list', {})
    <Button needs="rules.save"><Button needs={one ? 'rules.apply' : 'rules.import'}>`)
  expect([called, [...named]]).toEqual([
    ['rules.save', 'rules.import', 'rules.apply'],
    ['rules.save', 'rules.apply', 'rules.import'],
  ])
})

test('what would write is refused where the file may only be read, and what only reads is not', () => {
  const admin = { role: 'admin', viewOnly: true } as const
  for (const name of METHOD_NAMES) {
    const least = methodOf(name)?.role ?? 'admin'
    const reads = least === 'nobody' || (least === 'viewer' ? !VIEWERS_WRITES.has(name) : READS.has(name))
    expect([name, refusalOf(admin, name)]).toEqual([name, reads ? undefined : 'view-only'])
    expect(refusalOf({ ...admin, viewOnly: false }, name)).toBeUndefined()
    if (least === 'analyst' || least === 'admin')
      expect(refusalOf({ role: 'viewer', viewOnly: true }, name)).toBe('role')
    expect(refusalOf({ role: undefined, viewOnly: false }, name)).toBeUndefined()
  }
  // A list that names what is not above a viewer, or not there, says nothing.
  for (const name of READS) expect(['analyst', 'admin']).toContain(methodOf(name)?.role)
  for (const name of VIEWERS_WRITES) expect(methodOf(name)?.role).toBe('viewer')
})

test('each method that a viewer is refused has a control that says so, wherever a page calls it', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', 'src/renderer'], {
    cwd: project,
    encoding: 'utf8',
  }).split('\0')
  const folders = new Map<string, string>()
  for (const file of listed.filter(path => /\.tsx?$/u.test(path) && !path.endsWith('.test.ts'))) {
    const folder = file.split('/').slice(0, file.includes('/features/') ? 4 : 3).join('/') // prettier-ignore
    folders.set(folder, (folders.get(folder) ?? '') + readFileSync(join(project, file), 'utf8'))
  }
  const found: string[] = []
  const called = new Set<string>()
  for (const [folder, text] of folders) {
    const read = readOf(text)
    for (const name of read.called) {
      called.add(name)
      if (!read.named.has(name) && !(name in BEHIND)) found.push(`${folder}: ${name}`)
    }
  }
  expect(found).toEqual([])
  expect(called.size).toBeGreaterThan(80)
  expect(Object.keys(BEHIND).filter(name => !called.has(name))).toEqual([])
})
