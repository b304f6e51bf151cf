// dependency-cruiser reads TypeScript through the compiler's old API, which TypeScript 7 does not have. This stands in for the
// one call it makes: it turns a module into nothing but its imports, found by the parser that builds the program.
// A type-only import becomes a `require`, of which our sources have none: rules tell the two apart by dependencyTypes.
'use strict'
const { parseSync } = require('vite')

/** The imports of a TypeScript module, one a line, as JavaScript. Throws where the file does not parse. */
function importsOf(fileName, source) {
  const { module, errors } = parseSync(fileName, source)
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0].message}`)
  const lines = []
  const add = (specifier, typeOnly) =>
    lines.push(typeOnly ? `require(${JSON.stringify(specifier)})` : `import ${JSON.stringify(specifier)}`)
  for (const found of module.staticImports) {
    // `import { type A }` without a value stays an import at run time (verbatimModuleSyntax), `import type { A }` does not.
    add(found.moduleRequest.value, /^import\s+type\s/u.test(source.slice(found.start, found.end)))
  }
  for (const found of module.staticExports) {
    const request = found.entries[0]?.moduleRequest
    if (request) add(request.value, /^export\s+type\s/u.test(source.slice(found.start, found.end)))
  }
  for (const found of module.dynamicImports) {
    const text = source.slice(found.moduleRequest.start, found.moduleRequest.end)
    if (/^(['"`])[^$]*\1$/u.test(text)) lines.push(`import(${JSON.stringify(text.slice(1, -1))})`)
  }
  return lines.join('\n')
}

module.exports = {
  importsOf,
  version: '6.0.0',
  // Named when dependency-cruiser loads its other extractor, which is not used.
  SyntaxKind: {},
  transpileModule: (source, { fileName }) => ({ outputText: importsOf(fileName, source) }),
}
