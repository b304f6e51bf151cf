#!/usr/bin/env node
// Verifies an evidence pack: node verify.mjs PACK, where PACK is the zip or the folder it was unpacked into. Needs Node 22 and nothing else.
import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { crc32, inflateRawSync } from 'node:zlib'

const SEALS = ['manifest.json', 'manifest.sha256', 'index.html']
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')

/** Every problem with its member, and with bytes and lines where they are known. Never throws for what is in the pack. */
export function verifyPack(path) {
  const problems = []
  const report = (member, what, place = {}) => void problems.push({ member, what, ...place })
  const counts = { members: 0, entries: 0, records: 0, figures: 0, statistics: 0 }
  let pack
  try {
    pack = statSync(path).isDirectory() ? openFolder(path) : openZip(path, report)
    const manifest = checkSeals(pack, report)
    if (manifest) {
      const sound = checkMembers(pack, manifest, report, counts)
      const whole = name => {
        if (!sound.has(name)) report(name, 'is not as it was packed: what hangs on it was not checked')
        return sound.has(name)
      }
      if (whole('entries.csv')) checkContents(pack, report, counts, whole)
    }
  } catch (error) {
    report('', `The pack cannot be read further: ${error.message}`)
  } finally {
    pack?.close()
  }
  return { ok: problems.length === 0, problems, ...counts }
}

function openFolder(path) {
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(one => !one.isDirectory())
    .map(one =>
      join(one.parentPath ?? one.path, one.name)
        .slice(join(path, '/').length)
        .replaceAll('\\', '/'),
    )
  return { names, read: name => readFileSync(join(path, name)), close: () => undefined }
}

/** The archive's own lists are held against each other: a name or size that differs between them is a problem of that member. */
function openZip(path, report) {
  const file = openSync(path, 'r')
  const size = fstatSync(file).size
  const at = (offset, length) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)))
    if (offset >= 0) readSync(file, bytes, 0, bytes.length, offset)
    return bytes
  }
  const tail = at(Math.max(0, size - 65_557), 65_557)
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0) throw new Error('this is no zip archive, or its end is missing.')
  const directory = at(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const members = new Map()
  // Other tools write fields of their own to each line of the list, and lines for folders: what was packed anew by one is no other pack.
  let anew = true
  let next = 0
  for (let n = tail.readUInt16LE(end + 10); n > 0; n -= 1) {
    if (directory.length < next + 46 || directory.readUInt32LE(next) !== 0x02014b50) {
      report('', 'The archive’s list of members is damaged.', { offset: tail.readUInt32LE(end + 16) + next })
      break
    }
    const [nameLength, extra, comment] = [28, 30, 32].map(field => directory.readUInt16LE(next + field))
    const name = directory.toString('utf8', next + 46, next + 46 + nameLength)
    if (members.has(name)) report(name, 'stands in the archive twice')
    const [time, crc, packed, unpacked, external, local] = [12, 16, 20, 24, 38, 42].map(field =>
      directory.readUInt32LE(next + field),
    )
    const [made, needed, flags, method, disk, internal] = [4, 6, 8, 10, 34, 36].map(field =>
      directory.readUInt16LE(next + field),
    )
    anew &&= extra > 0
    members.set(name, { needed, flags, method, time, crc, packed, unpacked, local, alike: [made, disk, internal, external].join() }) // prettier-ignore
    next += 46 + nameLength + extra + comment
  }
  if (anew) for (const member of members.values()) member.alike = 'anew'
  const ends = [4, 6, 20].map(field => tail.readUInt16LE(end + field))
  const whole = next === directory.length && tail.readUInt16LE(end + 8) === tail.readUInt16LE(end + 10)
  if (ends.some(value => value !== 0) || end + 22 !== tail.length || !whole)
    report('', 'The archive’s end is not as it was written.', { offset: size - tail.length + end })
  checkLists(members, at, tail.readUInt32LE(end + 16), report)
  if (tail.readUInt32LE(end + 16) + directory.length !== size - tail.length + end)
    report('', 'There are bytes between the archive’s list of members and its end.')
  const read = name => {
    const { method, packed, unpacked, crc, local } = members.get(name)
    const head = at(local, 30)
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50)
      throw new Error('its place in the archive is damaged')
    const nameLength = head.readUInt16LE(26)
    if (at(local + 30, nameLength).toString('utf8') !== name)
      throw new Error('it has two names in the archive')
    const bytes = at(local + 30 + nameLength + head.readUInt16LE(28), packed)
    if (method !== 0 && method !== 8)
      throw new Error(`it is packed by a method (${method}) that this pack does not use`)
    const plain = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: unpacked + 1 })
    if (crc32(plain) !== crc && !members.get(name).told) {
      members.get(name).told = true
      report(name, 'does not have the checksum that the archive states')
    }
    return plain
  }
  const folder = name => anew && name.endsWith('/') && members.get(name).unpacked === 0
  return { names: [...members.keys()].filter(name => !folder(name)), read, close: () => closeSync(file) }
}

/**
 * What the archive says of a member in two places is the same, what it says of all is alike, and members stand one behind the other with
 * nothing between them: so that no byte of the archive can be another one unseen, not even one that unpacking does not need.
 */
function checkLists(members, at, directory, report) {
  const counted = new Map()
  for (const { alike } of members.values()) counted.set(alike, (counted.get(alike) ?? 0) + 1)
  const usual = [...counted].sort((a, b) => b[1] - a[1])[0]?.[0]
  let next = 0
  for (const [name, member] of [...members].sort((a, b) => a[1].local - b[1].local)) {
    const { needed, flags, method, time, crc, packed, unpacked, local, alike } = member
    const wrong = what => report(name, `is described in the archive otherwise than it was: ${what}`, { offset: local }) // prettier-ignore
    if (alike !== usual) wrong('its line in the list is unlike the others')
    if (local !== next) wrong('it does not begin where the one before ends')
    const head = at(local, 30)
    if (head.length < 30) return
    const [ownNeeded, ownFlags, ownMethod, nameLength, extra] = [4, 6, 8, 26, 28].map(field => head.readUInt16LE(field)) // prettier-ignore
    const [ownTime, ...own] = [10, 14, 18, 22].map(field => head.readUInt32LE(field))
    if (ownNeeded !== needed || ownFlags !== flags || ownMethod !== method || ownTime !== time)
      wrong('its two descriptions differ')
    const stated = [crc, packed, unpacked]
    // Written while it was packed: then its sizes stand behind it, and noughts before.
    const behind = (flags & 8) !== 0
    if (own.some((value, i) => value !== stated[i] && !(behind && value === 0))) wrong('its sizes differ')
    next = local + 30 + nameLength + extra + packed
    if (!behind) continue
    const sizes = at(next, 16)
    if (sizes.length < 16 || sizes.readUInt32LE(0) !== 0x08074b50 || stated.some((value, i) => sizes.readUInt32LE(4 + 4 * i) !== value)) wrong('its sizes differ') // prettier-ignore
    next += 16
  }
  if (next !== directory) report('', 'There are bytes between the archive’s members and its list of them.')
}

/** The manifest's hash stands in itself nowhere, but in two others: of three, the one that the others contradict was changed. */
function checkSeals(pack, report) {
  const [manifest, sealed, index] = SEALS.map(name => tryRead(pack, name, report)?.toString('latin1'))
  if (manifest === undefined) return undefined
  const hash = sha256(Buffer.from(manifest, 'latin1'))
  const inFile = /^([0-9a-f]{64}) {2}manifest\.json\n$/.exec(sealed ?? '')?.[1]
  const inIndex = /data-manifest="([0-9a-f]{64})"/.exec(index ?? '')?.[1]
  const changed = inFile !== hash && inIndex !== hash
  if (changed) report('manifest.json', `has the hash ${hash}; ${inIndex ?? 'none'} is printed in index.html`)
  else if (inFile !== hash && sealed !== undefined)
    report('manifest.sha256', 'does not say the hash of manifest.json')
  // What it says of the others cannot be held against them.
  if (changed) return undefined
  try {
    const parsed = JSON.parse(Buffer.from(manifest, 'latin1').toString('utf8'))
    if (index !== undefined) {
      const blank = Buffer.from(index.replaceAll(hash, '0'.repeat(64)), 'latin1')
      if (sha256(blank) !== parsed.index.sha256)
        report('index.html', differs(blank, parsed.index), placeOf(blank, parsed.index))
    }
    return parsed
  } catch (error) {
    report('manifest.json', `cannot be read: ${error.message}`)
    return undefined
  }
}

function tryRead(pack, name, report) {
  if (!pack.names.includes(name)) return void report(name, 'is missing')
  try {
    return pack.read(name)
  } catch (error) {
    return void report(name, `cannot be unpacked: ${error.message}`)
  }
}

const differs = (bytes, stated) =>
  bytes.length === stated.bytes ? 'has been changed' : `has ${bytes.length} bytes instead of ${stated.bytes}`

/** Where bytes differ: the first block whose own hash (its first 8 digits) is another, as bytes and, in a text, as lines. */
function placeOf(bytes, { block, blocks }) {
  for (let i = 0; i * block < Math.max(bytes.length, 1); i += 1) {
    const piece = bytes.subarray(i * block, (i + 1) * block)
    if (sha256(piece).slice(0, 8) === blocks.slice(i * 8, i * 8 + 8)) continue
    return {
      offset: i * block,
      length: piece.length,
      line: 1 + newlines(bytes.subarray(0, i * block)),
      toLine: 1 + newlines(bytes.subarray(0, i * block + piece.length)),
    }
  }
  return { offset: bytes.length }
}

function newlines(bytes) {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** Names of the members that are what they were. */
function checkMembers(pack, manifest, report, counts) {
  const sound = new Set()
  const stated = new Set(manifest.members.map(member => member.path))
  for (const name of pack.names)
    if (!stated.has(name) && !SEALS.includes(name)) report(name, 'was not in the pack when it was made')
  for (const member of manifest.members) {
    counts.members += 1
    const bytes = tryRead(pack, member.path, report)
    if (bytes === undefined) continue
    if (bytes.length === member.bytes && sha256(bytes) === member.sha256) sound.add(member.path)
    else report(member.path, differs(bytes, member), placeOf(bytes, member))
  }
  return sound
}

function checkContents(pack, report, counts, whole) {
  const [header = [], ...rows] = parseCsv(pack.read('entries.csv').toString('utf8'))
  const columns = new Map(header.map((name, i) => [name, i]))
  const get = (row, name) => row[columns.get(name)] ?? ''
  counts.entries = rows.length
  if (new Set(rows.map(row => get(row, 'id'))).size !== rows.length)
    report('entries.csv', 'has an entry twice')
  checkSources(pack, report, counts, { rows, get }, whole)
  if (!whole('figures.json')) return
  const { figures, exponent } = JSON.parse(pack.read('figures.json').toString('utf8'))
  const book = new Book(figures, { rows, get }, exponent)
  for (const figure of figures) {
    if (figure.definition.statistic) counts.statistics += 1
    else counts.figures += 1
    for (const what of book.check(figure))
      report('figures.json', `Figure ${figure.id} (${figure.label}): ${what}`, { figure: figure.id })
  }
}

/** Each entry's record stands in its source where the entry says, and reads as it did. */
function checkSources(pack, report, counts, { rows, get }, whole) {
  const packed = rows.filter(row => get(row, 'record_sha256') !== '')
  // Not Map.groupBy: an auditor's machine may still have Node 20.
  const bySource = new Map()
  for (const row of packed) {
    const own = bySource.get(get(row, 'source'))
    if (own) own.push(row)
    else bySource.set(get(row, 'source'), [row])
  }
  for (const [name, own] of bySource) {
    if (!whole(name)) continue
    const bytes = pack.read(name)
    const records = name.startsWith('records/') ? recordsOf(bytes) : undefined
    for (const row of own) {
      counts.records += 1
      const [line, from, to] = ['line', 'from', 'to'].map(column => get(row, column))
      const record = records ? records.get(line) : bytes.subarray(Number(from), Number(to))
      if (record && sha256(record) === get(row, 'record_sha256')) continue
      const what = `does not have the record of entry ${get(row, 'id')} where it should be`
      report(name, what, { line: Number(line) })
    }
  }
}

/** A member of records is JSON lines [place, text, cells]. */
function recordsOf(bytes) {
  const lines = bytes.toString('utf8').split('\n').filter(Boolean)
  return new Map(lines.map(text => JSON.parse(text)).map(([place, raw]) => [String(place), Buffer.from(raw)]))
}

/** Figures computed again from the entries. Amounts are whole numbers of the smallest unit. */
class Book {
  constructor(figures, { rows, get }, exponent) {
    Object.assign(this, { rows, get, exponent, known: new Map() })
    this.figures = new Map(figures.map(figure => [figure.id, figure]))
    this.byId = new Map(rows.map(row => [Number(get(row, 'id')), row]))
  }

  /** What is wrong with a figure, in sentences. */
  *check(figure) {
    const { query, derived } = figure.definition
    if (query) {
      const listed = idsOf(figure.rows)
      const gone = listed.filter(id => !this.byId.has(id))
      if (gone.length > 0)
        return yield `${gone.length} of its rows are not among the entries, the first is ${gone[0]}.`
      // Words are found by an index that the pack does not have: these rows are taken as listed.
      if (!query.filters.text) {
        const found = this.select(query.filters).map(row => Number(this.get(row, 'id')))
        if (found.sort((a, b) => a - b).join() !== listed.join())
          yield `${found.length} entries pass its filters, ${listed.length} are listed.`
      }
    }
    if (!query && !derived) return
    const value = this.value(figure.id)
    if (value !== figure.value) yield `comes to ${value}, ${figure.value} was printed.`
  }

  value(id) {
    const figure = this.figures.get(id)
    if (!figure || this.known.has(id)) return this.known.get(id) ?? null
    this.known.set(id, null)
    const { query, derived } = figure.definition
    if (query) this.known.set(id, this.measure(figure, query))
    else if (derived)
      this.known.set(id, derive(derived, derived.of.map(part => this.value(part)), figure.value)) // prettier-ignore
    else this.known.set(id, figure.value)
    return this.known.get(id)
  }

  select({ from = '', to = '9999', members = {}, notMembers = {}, batches, entries, ...bounds }) {
    const keep = Object.entries(members).map(([id, keys]) => [id, new Set(keys.map(safe))])
    const drop = Object.entries(notMembers).map(([id, keys]) => [id, new Set(keys.map(safe))])
    const listed = entries && new Set(entries)
    const has = (row, [id, keys]) =>
      id === 'tag'
        ? this.get(row, 'tags').split(', ').some(tag => keys.has(tag)) // prettier-ignore
        : keys.has(this.get(row, id))
    return this.rows.filter(row => {
      const date = this.get(row, 'date')
      if (date < from || date > to) return false
      if (listed && !listed.has(Number(this.get(row, 'id')))) return false
      if (batches && !batches.includes(Number(this.get(row, 'batch')))) return false
      if (!keep.every(one => has(row, one)) || drop.some(one => has(row, one))) return false
      return this.within(this.get(row, 'base_amount'), bounds)
    })
  }

  within(text, { minAmount, maxAmount, absolute }) {
    if (minAmount === undefined && maxAmount === undefined) return true
    if (text === '') return false
    const base = scaled(text, this.exponent)
    const size = absolute && base < 0n ? -base : base
    return size >= BigInt(minAmount ?? -(2 ** 53)) && size <= BigInt(maxAmount ?? 2 ** 53)
  }

  measure({ rows }, { measure: { op, of, abs, p }, negate }) {
    const own = idsOf(rows).flatMap(id => (this.byId.has(id) ? [this.byId.get(id)] : []))
    if (op === 'count') return write(BigInt(negate ? -own.length : own.length), 0)
    const money = of === 'amount' || of === 'original'
    const texts = own.map(row => this.get(row, of === 'original' ? 'amount' : money ? 'base_amount' : of))
    const known = texts.filter(text => text !== '')
    if (op === 'distinct' && !money) return String(new Set(known).size)
    const places = of === 'original' ? placesOf(known[0] ?? '') : this.exponent
    const amounts = known.map(text => scaled(text, places)).map(one => (abs && one < 0n ? -one : one))
    if (op === 'distinct') return String(new Set(amounts).size)
    const value = measured(op, amounts, p)
    return value === null ? null : write(negate ? -value : value, places)
  }
}

function measured(op, amounts, p = 50) {
  const sum = amounts.reduce((all, one) => all + one, 0n)
  if (op === 'sum') return sum
  if (amounts.length === 0) return null
  if (op === 'mean') return divide(sum, BigInt(amounts.length))
  const sorted = amounts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  if (op === 'min') return sorted[0]
  if (op === 'max') return sorted.at(-1)
  // Linear interpolation (Hyndman and Fan's type 7), in whole numbers.
  const text = String(op === 'median' ? 50 : p)
  const scale = 100n * 10n ** BigInt(placesOf(text))
  const position = BigInt(sorted.length - 1) * scaled(text, placesOf(text))
  const [i, rest] = [Number(position / scale), position % scale]
  if (rest === 0n) return sorted[i]
  return divide(sorted[i] * scale + (sorted[i + 1] - sorted[i]) * rest, scale)
}

function derive({ how, by = 1, places }, values, stated) {
  if (values.length === 0 || values.includes(null)) return null
  const scale = Math.max(...values.map(placesOf))
  const [a, b = 0n, ...more] = values.map(text => scaled(text, scale))
  const ratio = (over, under, digits) =>
    under === 0n ? null : write(divide(over * 10n ** BigInt(digits), under), digits)
  if (how === 'sum') return write(more.reduce((all, one) => all + one, a + b), scale) // prettier-ignore
  if (how === 'difference') return write(a - b, scale)
  if (how === 'ratio') return ratio(a, b, places ?? 2)
  if (how === 'share') return ratio(a * 100n, b, places ?? 1)
  // From a loss to a gain, or back, there is none; packs of before this was so state one, which is computed, too.
  if (how === 'change' && stated === null && ((a < 0n && b > 0n) || (a > 0n && b < 0n))) return null
  if (how === 'change') return ratio((a - b) * 100n, b < 0n ? -b : b, places ?? 1)
  return ratio(a, BigInt(by) * 10n ** BigInt(scale), places ?? scale)
}

const placesOf = text => text.split('.')[1]?.length ?? 0

/** A decimal as a whole number of its last place. */
function scaled(text, places) {
  const [units, rest = ''] = text.split('.')
  return BigInt(units + rest.padEnd(places, '0'))
}

function write(value, places) {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0')
  const rest = places > 0 ? `.${digits.slice(-places)}` : ''
  return `${value < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${rest}`
}

/** a ÷ b, halves away from zero. */
function divide(a, b) {
  const [n, d] = [a < 0n ? -a : a, b < 0n ? -b : b]
  const quotient = (2n * n + d) / (2n * d)
  return a < 0n !== b < 0n ? -quotient : quotient
}

/** '1-3,7' is 1, 2, 3, 7. */
function idsOf(runs) {
  return runs.split(',').filter(Boolean).flatMap(run => {
    const [first, last = first] = run.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }) // prettier-ignore
}

/** A text as the CSV has it: one that a spreadsheet would run has an apostrophe in front. */
function safe(text) {
  const runs = /^[\t\r\n]/.test(text) || /^\s*[=+\-@＝＋－＠]/u.test(text)
  return runs && !(/^[+-]?[\d.,' ]+$/.test(text) && /\d/.test(text)) ? `'${text}` : text
}

function parseCsv(text) {
  const rows = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  let row = []
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new Error(`entries.csv is no CSV at row ${rows.length + 1}.`)
    const [, quoted, plain, end] = match
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

function main(path) {
  if (!path) {
    console.error('Say which pack: node verify.mjs PACK.zip')
    return 2
  }
  const { problems, ok, ...found } = verifyPack(path)
  for (const { member, what, offset, line } of problems) {
    const bytes = offset === undefined ? '' : `, from byte ${offset}`
    console.log(`${member}: ${what}${bytes}${line === undefined ? '' : `, line ${line}`}`)
  }
  const { members, figures, entries, records } = found
  const outcome = ok ? 'all as they were packed.' : `${problems.length} problems.`
  console.log(`${members} members, ${figures} figures, ${entries} entries, ${records} records: ${outcome}`)
  return ok ? 0 : 1
}

// Within Farthing it is a part of a worker's own file.
if (isMainThread && process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv[2])
