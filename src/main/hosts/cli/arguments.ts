import { parseArgs } from 'node:util'
import { UsageError, type Arguments, type Command } from './command.ts'

/** Reads a command's arguments strictly: an option that it does not know is an error, not a file. */
export function readArguments(command: Command, args: string[]): Arguments {
  const { values, positionals } = parse(command, args)
  const text = (name: string): string | undefined => {
    const value = values[name]
    if (Array.isArray(value)) throw new UsageError(`--${name} may be given once only.`)
    if (value === '') throw new UsageError(`--${name} needs a value.`)
    return typeof value === 'string' ? value : undefined
  }
  return {
    positionals,
    text,
    required(name) {
      const value = text(name)
      if (value === undefined) throw new UsageError(`--${name} is missing.`)
      return value
    },
    list: name => [values[name] ?? []].flat().filter(value => typeof value === 'string'),
    flag: name => values[name] === true,
    count(name) {
      const value = text(name)
      if (value === undefined) return undefined
      if (!/^\d{1,15}$/.test(value)) throw new UsageError(`--${name} takes a whole number, not ${value}.`)
      return Number(value)
    },
  }
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: command.positionals ?? false })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
