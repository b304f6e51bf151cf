const LF = 10
const CR = 13

/** Counts physical lines over pieces of text: LF, CR LF and a lone CR end one. */
export class LineCounter {
  line = 1
  #afterCr = false

  advance(text: string, from = 0, to = text.length): void {
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === CR || (code === LF && !this.#afterCr)) this.line++
      this.#afterCr = code === CR
    }
  }
}
