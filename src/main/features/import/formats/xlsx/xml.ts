import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FailureError } from '../../../../../shared/result/failure.ts'
import { say } from './messages.ts'

const MAX_DEPTH = 64

export interface XmlHandlers {
  /** Names come without their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Feeds a part of a workbook to handlers, piece by piece. A document type, nesting beyond 64 and broken XML are refused. */
export class XmlReader {
  readonly #parser = new SaxesParser()
  readonly #decoder = new TextDecoder('utf-8')

  constructor(handlers: XmlHandlers) {
    let depth = 0
    const parser = this.#parser
    parser.on('doctype', () => {
      throw refused(say().doctype)
    })
    parser.on('opentag', (tag: SaxesTagPlain) => {
      if (++depth > MAX_DEPTH) throw refused(say().tooDeep)
      handlers.open?.(local(tag.name), tag.attributes)
    })
    parser.on('closetag', (tag: SaxesTagPlain) => {
      depth--
      handlers.close?.(local(tag.name))
    })
    if (handlers.text) {
      const text = handlers.text.bind(handlers)
      parser.on('text', text)
      parser.on('cdata', text)
    }
    parser.on('error', () => {
      throw refused(say().illFormed)
    })
  }

  push(bytes: Uint8Array): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }))
  }

  end(): void {
    this.#parser.write(this.#decoder.decode())
    this.#parser.close()
  }
}

/** Reads a whole part. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const reader = new XmlReader(handlers)
  for await (const piece of bytes) reader.push(piece)
  reader.end()
}

/** An attribute by its local name: "r:id" is "id" of some prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name]
  const key = Object.keys(attributes).find(k => local(k) === name)
  return key === undefined ? undefined : attributes[key]
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const refused = (what: string): FailureError => new FailureError('import-refused', say().refusedXml(what))
