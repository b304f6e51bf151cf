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

/**
 * Sentences of main in one language only: the words of a failure, written out where it is made. Those of bugs (`internal`) are for
 * whoever mends them.
 */
function unworded(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const found: string[] = []
  const worded = (value: unknown): boolean => {
    const node = value as Node | undefined
    if (node?.type === 'Literal') return typeof node['value'] === 'string' && WORD.test(node['value'])
    if (node?.type === 'TemplateLiteral')
      return (node['quasis'] as { value: { raw: string } }[]).some(part => WORD.test(part.value.raw))
    if (node?.type === 'ConditionalExpression') return worded(node['consequent']) || worded(node['alternate'])
    if (node?.type === 'BinaryExpression' || node?.type === 'LogicalExpression')
      return worded(node['left']) || worded(node['right'])
    return false
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null || !('type' in value)) return
    const node = value as Node
    const callee = node['callee'] as { name?: string } | undefined
    const [kind, message] = (node['arguments'] ?? []) as { value?: unknown }[]
    if (callee?.name === 'fail' || callee?.name === 'FailureError') {
      if (kind?.value !== 'internal' && worded(message)) found.push(place(file, code, node))
    } else if (node.type === 'ObjectExpression') {
      const of = (name: string): unknown =>
        (node['properties'] as { key?: { name?: string }; value?: unknown }[]).find(
          property => property.key?.name === name,
        )?.value
      const bug = (of('code') as { value?: unknown } | undefined)?.value === 'internal'
      if (of('code') && !bug && worded(of('message'))) found.push(place(file, code, node))
    }
    Object.values(node).forEach(visit)
  }
  visit(program)
  return found
}

const place = (file: string, code: string, node: Node): string =>
  `${file}:${code.slice(0, node.start).split('\n').length}`

test('the rule sees failures worded where they are made, and lets bugs and catalogues be', () => {
  const seen = (code: string): number => unworded('a.ts', code).length
  expect(
    [
      "fail('bad-input', 'No such row.')",
      'new FailureError("not-found", `There is no row ${n}.`)',
      "fail('bad-input', many ? 'Too many rows.' : say().none)",
      "const a = { code: 'disk-full', message: 'The disk is full.' }",
    ].map(seen),
  ).toEqual([1, 1, 1, 1])
  expect(
    [
      "fail('internal', 'No result.')",
      "fail('bad-input', say().noRow(n))",
      "const a = { message: 'Hello there' }",
    ].map(seen),
  ).toEqual([0, 0, 0])
})

test('no failure of main is worded outside the catalogues', () => {
  const files = execFileSync('git', ['ls-files', '-z', 'src/main/*.ts', 'src/shared/*.ts'], {
    cwd: project,
    encoding: 'utf8',
  })
    .split('\0')
    // The command line speaks English.
    .filter(path => path !== '' && !/[.]test[.]|testing|^src\/main\/hosts\/cli\//.test(path))
  expect(files.length).toBeGreaterThan(300)
  const found = files.flatMap(path => unworded(path, readFileSync(join(project, path), 'utf8')))
  expect(found).toEqual([])
})

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
