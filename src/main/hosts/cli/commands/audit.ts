import { AUDIT_TESTS, type AuditTest } from '../../../../shared/data/audit-request.ts'
import { readAuditColumns, readAuditRequest, AUDIT_COLUMNS, AUDIT_OPTIONS } from '../audit-arguments.ts'
import { auditForPeople } from '../audit-print.ts'
import { UsageError, type Command } from '../command.ts'
import { json } from '../print.ts'
import { tableFile } from '../table-file.ts'

const text = { type: 'string' } as const

export const audit: Command = {
  usage: `${AUDIT_TESTS.join('|')} --table T.csv --column C [${AUDIT_COLUMNS.map(column => `--${column} C`).join('] [')}] [--places N] [options of the test] [--first N] [--json]`,
  summary: 'Run an audit test on a table',
  options: {
    table: text,
    column: text,
    places: text,
    first: text,
    json: { type: 'boolean' },
    ...Object.fromEntries([...AUDIT_COLUMNS, ...AUDIT_OPTIONS].map(name => [name, text])),
  },
  positionals: true,
  async run(context) {
    const { args, output } = context
    const [word = '', ...more] = args.positionals
    const test = AUDIT_TESTS.find((one): one is AuditTest => one === word)
    if (!test || more.length > 0)
      throw new UsageError(
        `audit takes one of ${AUDIT_TESTS.join(', ')}, not ${args.positionals.join(' ') || 'nothing'}.`,
      )
    const file = args.required('table')
    const request = await readAuditRequest(test, context)
    const columns = readAuditColumns(test, args)
    const { token } = await tableFile(context, file)
    const asked = { token, columns, request, places: args.count('places'), limit: args.count('first') }
    const found = await context.call('audit.table', asked)
    output.out(`${args.flag('json') ? json(found) : auditForPeople(found)}\n`)
    return 0
  },
}
