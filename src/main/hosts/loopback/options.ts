import { parseArgs } from 'node:util'

export interface StartOptions {
  port: number
  open: boolean
  workspace?: string
  sample?: 'household' | 'company'
}

/** `--port N --no-open --workspace FILE --sample household|company`, or one sentence on what is wrong with them. */
export function readOptions(args: string[]): StartOptions | { problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        workspace: { type: 'string' },
        sample: { type: 'string' },
      },
    })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1
    if (port < 0 || port > 65_535)
      return { problem: '--port takes a number from 1 to 65535, or 0 for any free one.' }
    const { sample, workspace } = values
    if (sample !== undefined && sample !== 'household' && sample !== 'company')
      return { problem: '--sample takes household or company.' }
    if (sample && workspace) return { problem: 'Give --workspace or --sample, not both.' }
    return { port, open: !values['no-open'], workspace, sample }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
