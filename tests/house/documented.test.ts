import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/main/hosts/cli/commands/index.ts'

// What a newcomer types out of the documents must be there: commands, options, scripts, methods' pages.
const project = resolve(import.meta.dirname, '../..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
].map(path => ({ path, text: readFileSync(join(project, path), 'utf8') }))
const all = pages.map(({ text }) => text).join('\n')

/** Options of every command. */
const COMMON: ReadonlySet<string> = new Set(['workspace', 'user', 'password-file', 'json', 'help'])
const optionsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/gu)].map(match => match[1] as string)

/** Command lines of a page: what follows `farthing` within code, up to a pipe or a remark. */
function typed(text: string): { name: string; options: string[] }[] {
  const code = [...text.matchAll(/^```[^\n]*\n(.*?)^```|`([^`\n]+)`/gmsu)].map(m => m[1] ?? m[2] ?? '')
  return code.flatMap(part =>
    [...part.matchAll(/\bfarthing (?:-- )?([a-z][a-z-]*)([^\n]*)/gu)].map(([, name = '', rest = '']) => ({
      name,
      options: optionsIn(rest.split(/ \| | # | && |; /u)[0] ?? ''),
    })),
  )
}

test('every command line of the documents is one that the program takes', () => {
  const lines = pages.flatMap(({ path, text }) => typed(text).map(line => ({ path, ...line })))
  expect(lines.length).toBeGreaterThan(60)
  const wrong = lines.flatMap(({ path, name, options }) => {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) return [`${path}: ${name}`]
    return options
      .filter(option => !COMMON.has(option) && !Object.hasOwn(command.options, option))
      .map(option => `${path}: ${name} --${option}`)
  })
  expect(wrong).toEqual([])
})

test('every command is in the guide, and every option of it is told somewhere', () => {
  const { text } = pages.find(({ path }) => path.endsWith('cli.md')) ?? { text: '' }
  for (const [name, { options }] of Object.entries(commands)) {
    expect([name, new RegExp(`\`[^\`\\n]*\\b${name}\\b`, 'u').test(text)]).toEqual([name, true])
    const told = Object.keys(options).filter(
      option => COMMON.has(option) || new RegExp(`--${option}\\b`, 'u').test(all),
    )
    expect(told).toEqual(Object.keys(options))
  }
})

test('every npm script that the documents name is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: object }
  const named = [...all.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/gu)].map(match => match[1] as string)
  expect(named).not.toEqual([])
  expect([...new Set(named)].filter(name => !Object.hasOwn(scripts, name))).toEqual([])
})

test.each(['docs/guide', 'docs/methods'])('every page of %s is found from its index', folder => {
  const index = pages.find(({ path }) => path === join(folder, 'README.md'))?.text ?? ''
  const others = pages
    .map(({ path }) => path)
    .filter(path => path.startsWith(folder) && !path.endsWith('README.md'))
    .map(path => path.slice(folder.length + 1).replaceAll('\\', '/'))
  expect(others).not.toEqual([])
  expect(others.filter(path => !index.includes(`(${path})`))).toEqual([])
})

test('the guide names every page of the navigation as the program does, in both languages, with its key', async () => {
  // By a path that is no constant: the page's types are of another project.
  const catalogue = join(project, 'src/renderer/app/app.messages.ts')
  const { appMessages } = (await import(catalogue)) as { appMessages: Record<'en' | 'de', object> }
  const index = pages.find(({ path }) => path === join('docs/guide', 'README.md'))?.text ?? ''
  const rows = index.split('\n').filter(line => line.startsWith('| ') && line.includes('| G '))
  const navigation = readFileSync(join(project, 'src/renderer/app/Navigation.tsx'), 'utf8')
  const listed = [...navigation.matchAll(/\{ name: '(\w+)', [^}]*?key: '(\w)'/gu)]
  expect(listed.length).toBeGreaterThan(15)
  for (const [, name = '', key = ''] of listed) {
    const said = [appMessages.en, appMessages.de].map(words => (words as Record<string, unknown>)[name])
    const row = rows.find(line => new RegExp(`\\bG ${key.toUpperCase()}\\b`, 'u').test(line)) ?? ''
    for (const word of said) expect([name, row]).toEqual([name, expect.stringContaining(String(word))])
  }
})
