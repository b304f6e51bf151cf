import { METHOD_NAMES } from '../../../../shared/contract/index.ts'
import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json } from '../print.ts'

export const call: Command = {
  usage: 'METHOD [JSON] [--workspace W]',
  summary: 'Call any method of the program; prints its whole reply as JSON, amounts in minor units',
  options: WORKSPACE,
  positionals: true,
  async run(context) {
    const [name, text = '{}', ...rest] = context.args.positionals
    const method = METHOD_NAMES.find(one => one === name)
    if (!method) throw new UsageError(`There is no method ${name ?? ''}; one of ${METHOD_NAMES.join(', ')}.`)
    if (rest.length > 0) throw new UsageError('call takes a method and one JSON text.')
    if (context.args.text('workspace') !== undefined) await context.open()
    const reply = await context.reply(method, parse(text) as never)
    context.output.out(`${json(reply)}\n`)
    return reply.ok ? 0 : 1
  },
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not repeated: there may be a password in it.
    throw new UsageError('The second argument of call is not JSON.')
  }
}
