import { definitionInWords } from '../../../../shared/report/words.ts'
import { language } from '../../../../shared/text/language.ts'
import type { StoredFigure } from '../figures/queries.ts'
import { say } from './messages.ts'
import type { PackedBatch, PackedRun } from './queries.ts'
import type { Member } from './zip-writer.ts'

/** What the index page says of a pack. */
export interface Packed {
  run: PackedRun
  workspace: string
  name: string
  currency: string
  revision: number
  asOf: string
  auditHead: { sequence: number; head: string; at: string } | undefined
  figures: (StoredFigure & { rows: string })[]
  batches: PackedBatch[]
  members: Member[]
  /** Whether people and numbers are hidden in it. */
  masked: boolean
}

/** The pack's cover and contents: one page that needs nothing else, no script, readable in print. `manifest`: the manifest's hash. */
export function indexPage(packed: Packed, manifest: string): string {
  const { run, name, currency, revision, asOf, auditHead, figures, batches, members } = packed
  const t = say().page
  return `<!doctype html>
<html lang="${language()}" data-manifest="${manifest}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(t.title(run.name))}</title>
<style>
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.2 } h2 { margin-top: 2.5rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8886; overflow-wrap: anywhere }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal }
code { font-size: .86em; overflow-wrap: anywhere } .id { white-space: nowrap; overflow-wrap: normal }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem } dd { margin: 0 }
.seal { border: 1px solid #888; border-radius: .4rem; padding: .8rem 1rem }
@media print { body { margin: 0; max-width: none; font-size: 11px } thead { display: table-header-group } tr { break-inside: avoid } }
</style>
</head>
<body>
<h1>${text(t.heading(run.name))}</h1>
<dl>
<dt>${t.workspace}</dt><dd>${text(name)}</dd>
<dt>${t.days}</dt><dd>${text(t.span(run.from, run.to))}</dd>
<dt>${t.made}</dt><dd>${text(t.at(asOf, revision))}</dd>
<dt>${t.currency}</dt><dd>${text(currency)}</dd>
${auditHead ? `<dt>${t.auditLog}</dt><dd>${text(t.auditEntry(auditHead.sequence, auditHead.at))} <code>${text(auditHead.head)}</code></dd>\n` : ''}</dl>
<div class="seal">
<p>${t.seal('<a href="manifest.json">manifest.json</a>')}</p>
<p><code>${manifest}</code></p>
<p>${t.check('<code>node verify.mjs PACK.zip</code>')}</p>
</div>
${packed.masked ? `<p>${t.hidden}</p>` : ''}
<h2>${t.figures}</h2>
<table>
<thead><tr><th>${t.figure}</th><th>${t.what}</th><th class="n">${t.value}</th><th class="n">${t.entries}</th></tr></thead>
<tbody>
${figures.map(figureRow).join('\n')}
</tbody>
</table>
<h2>${t.sources}</h2>
<table>
<thead><tr><th>${t.file}</th><th>SHA-256</th><th class="n">${t.read}</th><th class="n">${t.loaded}</th><th class="n">${t.duplicate}</th><th class="n">${t.rejected}</th><th class="n">${t.ignored}</th></tr></thead>
<tbody>
${batches.map(batchRow).join('\n')}
</tbody>
</table>
<h2>${t.contents}</h2>
<table>
<thead><tr><th>${t.member}</th><th>${t.what}</th><th class="n">${t.bytes}</th><th>SHA-256</th></tr></thead>
<tbody>
${members.map(memberRow).join('\n')}
</tbody>
</table>
</body>
</html>
`
}

function figureRow({ id, label, value, unit, definition, rows }: Packed['figures'][number]): string {
  const parts = 'derived' in definition ? definition.derived.of : []
  const links = [...new Set(parts)].map(part => `<a href="#${part}">${part}</a>`).join(', ')
  return `<tr id="${id}"><td class="id"><code>${id}</code></td><td><strong>${text(label)}</strong><br>${text(definitionInWords(definition))}${links === '' ? '' : ` ${links}`}</td><td class="n">${text(value ?? '–')}${unit === 'count' ? '' : ` ${text(unit)}`}</td><td class="n">${countOf(rows)}</td></tr>`
}

function batchRow({ file, sha256, kept, read, loaded, duplicate, rejected, ignored }: PackedBatch): string {
  const counts = [read, loaded, duplicate, rejected, ignored]
    .map(count => `<td class="n">${count}</td>`)
    .join('')
  return `<tr><td>${text(file)}${kept === 1 ? '' : say().page.notKept}</td><td><code>${text(sha256)}</code></td>${counts}</tr>`
}

function memberRow({ path, about, bytes, sha256 }: Member): string {
  return `<tr><td><a href="${text(encodeURI(path))}">${text(path)}</a></td><td>${text(about)}</td><td class="n">${bytes}</td><td><code>${sha256}</code></td></tr>`
}

/** How many numbers '1-3,7' stands for. */
function countOf(runs: string): string {
  if (runs === '') return ''
  const count = runs.split(',').reduce((sum, run) => {
    const [first = 0, last = first] = run.split('-').map(Number)
    return sum + last - first + 1
  }, 0)
  return String(count)
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const text = (value: string): string => value.replaceAll(/[&<>"]/g, mark => MARKS[mark] ?? mark)
