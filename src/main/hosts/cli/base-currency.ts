import type { CommandContext } from './command.ts'

/** The open workspace's base currency. */
export async function baseCurrency(context: CommandContext): Promise<string> {
  const status = await context.call('workspace.status', {})
  return status.settings?.baseCurrency ?? 'GBP'
}
