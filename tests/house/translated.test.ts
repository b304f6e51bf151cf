import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parseSync } from 'vite'

const project = resolve(import.meta.dirname, '../..')

/** Attributes that a person reads or hears. */
const SPOKEN = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
])
/** Names that are the same in every language, and examples of what one types. */
const NAMES =
  /^(?:Farthing|SQL|PNG|SVG|CSV|JSON|PDF|XLSX|HTML|Excel|Ctrl|Esc|SHA-256|sha-256|IBAN|ECB|csv, xlsx)$/u
const WORD = /\p{L}{2,}/u

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

/** What people would read in one language only: text between tags, and attributes that are spoken, written out in a component. */
function untranslated(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const found: string[] = []
  const say = (node: Node, text: string): void => {
    const words = text.trim()
    if (WORD.test(words) && !NAMES.test(words))
      found.push(`${file}:${code.slice(0, node.start).split('\n').length}: ${words}`)
  }
  const literals = (value: unknown): Node[] => {
    const node = value as Node | null
    if (node?.type === 'Literal' && typeof node['value'] === 'string') return [node]
    if (node?.type === 'TemplateLiteral') return node['quasis'] as Node[]
    if (node?.type === 'JSXExpressionContainer') return literals(node['expression'])
    if (node?.type === 'ConditionalExpression')
      return [...literals(node['consequent']), ...literals(node['alternate'])]
    if (node?.type === 'LogicalExpression') return literals(node['right'])
    return []
  }
  const textOf = (node: Node): string =>
    node.type === 'TemplateElement' ? (node['value'] as { raw: string }).raw : String(node['value'])
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null || !('type' in value)) return
    const node = value as Node
    if (node.type === 'JSXText') say(node, String(node['value']))
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node['children'] as Node[])
        if (child.type === 'JSXExpressionContainer')
          for (const text of literals(child)) say(text, textOf(text))
    if (node.type === 'JSXAttribute' && SPOKEN.has((node['name'] as { name: string }).name))
      for (const text of literals(node['value'])) say(text, textOf(text))
    Object.values(node).forEach(visit)
  }
  visit(program)
  return found
}

test('the rule sees text, spoken attributes and choices between two, and lets names and code be', () => {
  const seen = (jsx: string): number => untranslated('a.tsx', `const A = () => ${jsx}`).length
  expect(
    [
      '<p>Nothing here</p>',
      '<img alt="A chart" />',
      '<b>{open ? "Hide" : t.show}</b>',
      '<input aria-label={`Amount in ${unit}`} />',
      '<p>{empty && "None"}</p>',
    ].map(seen),
  ).toEqual([1, 1, 1, 1, 1])
  expect(
    [
      '<p>{t.nothing}</p>',
      '<p className="wide">{n} · {m}</p>',
      '<b>Farthing</b>',
      '<input type="date" />',
    ].map(seen),
  ).toEqual([0, 0, 0, 0])
})

test('no page says anything outside the catalogues', () => {
  const pages = execFileSync('git', ['ls-files', '-z', 'src/renderer/*.tsx'], {
    cwd: project,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(path => path !== '' && !path.includes('.test.'))
  expect(pages.length).toBeGreaterThan(100)
  expect(pages.flatMap(path => untranslated(path, readFileSync(join(project, path), 'utf8')))).toEqual([])
})
