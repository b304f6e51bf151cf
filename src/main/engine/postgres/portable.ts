/** The servers that a warehouse may be. They share a protocol, not all of a language. */
export const DIALECTS = ['postgres', 'citus', 'cockroach', 'redshift'] as const
export type Dialect = (typeof DIALECTS)[number]

interface Lack {
  what: string
  pattern: RegExp
  /** Who lacks it, and which page of its documentation says so (or gives a grammar without it): its place in DOCUMENTATION. */
  lacks: Readonly<Partial<Record<Dialect, number>>>
}

/** Where each server's documentation says what it lacks or does otherwise. Read in November 2026. */
export const DOCUMENTATION: Readonly<Record<Dialect, readonly string[]>> = {
  postgres: ['https://www.postgresql.org/docs/15/sql-commands.html'],
  citus: [
    'https://docs.citusdata.com/en/stable/develop/reference_workarounds.html',
    'https://docs.citusdata.com/en/stable/develop/reference_ddl.html',
  ],
  cockroach: [
    'https://www.cockroachlabs.com/docs/stable/postgresql-compatibility',
    'https://www.cockroachlabs.com/docs/stable/copy',
    'https://www.cockroachlabs.com/docs/stable/select-clause',
  ],
  redshift: [
    'https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/c_redshift-sql-implementated-differently.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-datatypes.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-functions.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/r_INSERT_30.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/r_SELECT_synopsis.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html',
  ],
}

/**
 * What some of them lack, by how it looks. A list can only find what is on it: it holds what a program like this one would be tempted to
 * write. Texts in quotes are taken out before it is looked for.
 */
export const LACKS: readonly Lack[] = [
  { what: 'indexes', pattern: /\bCREATE\s+(?:UNIQUE\s+)?INDEX\b/iu, lacks: { redshift: 0 } },
  { what: 'enforced keys and checks', pattern: /\b(?:UNIQUE|CHECK|EXCLUDE|REFERENCES)\s*\(/iu, lacks: { redshift: 0, citus: 1 } },
  { what: 'COPY from the client', pattern: /\bCOPY\b[^;]*\bFROM\s+STDIN\b/iu, lacks: { redshift: 7 } },
  { what: 'COPY to the client', pattern: /\bCOPY\b[^;]*\bTO\s+STDOUT\b/iu, lacks: { redshift: 7 } },
  { what: 'ON CONFLICT', pattern: /\bON\s+CONFLICT\b/iu, lacks: { redshift: 4 } },
  { what: 'RETURNING', pattern: /\bRETURNING\b/iu, lacks: { redshift: 4 } },
  { what: 'FILTER of an aggregate', pattern: /\bFILTER\s*\(\s*WHERE\b/iu, lacks: { redshift: 5 } },
  { what: 'LATERAL', pattern: /\bLATERAL\b/iu, lacks: { redshift: 5 } },
  { what: 'DISTINCT ON', pattern: /\bDISTINCT\s+ON\s*\(/iu, lacks: { redshift: 5 } },
  { what: 'VALUES as a table', pattern: /\b(?:FROM|JOIN|IN)\s*\(\s*VALUES\b/iu, lacks: { redshift: 0 } },
  { what: 'WITH before a change', pattern: /\bWITH\b[\s\S]*\b(?:INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM)\b/iu, lacks: { redshift: 4, citus: 0 } },
  { what: 'arrays', pattern: /\bARRAY\s*\[|\bANY\s*\(\s*(?:\$\d|ARRAY)|\bunnest\s*\(|\barray_agg\s*\(|\w\[\s*\d/iu, lacks: { redshift: 0 } },
  { what: 'row constructors', pattern: /\bROW\s*\(/iu, lacks: { redshift: 0 } },
  { what: 'generate_series and other table functions', pattern: /\bgenerate_series\s*\(|\bjsonb?_(?:each|array_elements|to_record)/iu, lacks: { redshift: 3 } },
  { what: 'JSON types', pattern: /\bjsonb?\b/iu, lacks: { redshift: 2 } },
  { what: 'bytea', pattern: /\bbytea\b/iu, lacks: { redshift: 2 } },
  { what: 'text columns (cut to 256 bytes)', pattern: /^\s*(?:CREATE\s+TABLE|ALTER\s+TABLE)[\s\S]*\btext\b/iu, lacks: { redshift: 6 } },
  { what: 'serial and sequences', pattern: /\b(?:big)?serial\b|\bnextval\s*\(|\bCREATE\s+SEQUENCE\b/iu, lacks: { redshift: 2, citus: 1 } },
  { what: 'collations of one’s own', pattern: /\bCOLLATE\b/iu, lacks: { redshift: 0 } },
  { what: 'NULLS FIRST or LAST in a window', pattern: /\bOVER\s*\([^)]*\bNULLS\s+(?:FIRST|LAST)\b/iu, lacks: { redshift: 0 } },
  { what: 'full-text search', pattern: /\bto_tsvector\s*\(|@@|\bts_query\b/iu, lacks: { redshift: 0, cockroach: 0 } },
  { what: 'partitions', pattern: /\bPARTITION\s+OF\b|\bPARTITION\s+BY\s+(?:RANGE|LIST|HASH)\b/iu, lacks: { redshift: 0, cockroach: 0 } },
  { what: 'triggers', pattern: /\bCREATE\s+(?:CONSTRAINT\s+)?TRIGGER\b/iu, lacks: { redshift: 0, citus: 1, cockroach: 0 } },
  { what: 'several columns in one ALTER', pattern: /\bALTER\s+TABLE\b[^;]*\bADD\s+COLUMN\b[^;]*,\s*ADD\b/iu, lacks: { redshift: 8 } },
  { what: 'division of whole numbers (a decimal there)', pattern: /(?<![/*])\/(?![/*])/u, lacks: { cockroach: 0 } },
  { what: 'bit operators (bound in another order there)', pattern: /<<|>>|(?<!&)&(?!&)|~|#(?!>)/u, lacks: { cockroach: 0 } },
  { what: 'correlated subqueries', pattern: /\bSELECT\b[^()]*\(\s*SELECT\b[^()]*=\s*e\./iu, lacks: { citus: 0 } },
  { what: 'recursive queries', pattern: /\bWITH\s+RECURSIVE\b/iu, lacks: { citus: 0 } },
  { what: 'GROUPING SETS, CUBE, ROLLUP', pattern: /\b(?:GROUPING\s+SETS|CUBE|ROLLUP)\s*\(/iu, lacks: { citus: 0, cockroach: 2 } },
  { what: 'TABLESAMPLE', pattern: /\bTABLESAMPLE\b/iu, lacks: { citus: 0, redshift: 5, cockroach: 2 } },
  { what: 'FOR UPDATE', pattern: /\bFOR\s+(?:NO\s+KEY\s+)?UPDATE\b/iu, lacks: { citus: 0, redshift: 5 } },
  { what: 'subqueries in an INSERT', pattern: /\bINSERT\s+INTO\b[^;]*\(\s*SELECT\b/iu, lacks: { citus: 0 } },
  { what: 'WITHIN GROUP beside another DISTINCT', pattern: /\bWITHIN\s+GROUP\b/iu, lacks: { citus: 0, redshift: 3 } },
  { what: 'TEMP tables', pattern: /\bCREATE\s+(?:LOCAL\s+)?TEMP(?:ORARY)?\s+TABLE\b/iu, lacks: { cockroach: 0 } },
  { what: 'Citus functions', pattern: /\bcreate_(?:distributed|reference)_table\s*\(/iu, lacks: { postgres: 0, cockroach: 0, redshift: 0 } },
  { what: 'APPROXIMATE before an aggregate', pattern: /\bAPPROXIMATE\b/iu, lacks: { postgres: 0, citus: 0, cockroach: 0 } },
  { what: 'Redshift’s keys', pattern: /\b(?:DISTKEY|SORTKEY|DISTSTYLE)\b/iu, lacks: { postgres: 0, citus: 0, cockroach: 0 } },
] // prettier-ignore

/** Without texts, quoted names and comments: what is in them says nothing of the language. */
const bare = (sql: string): string =>
  sql
    .replaceAll(/'(?:[^']|'')*'/gu, "''")
    .replaceAll(/"(?:[^"]|"")*"/gu, 'name')
    .replaceAll(/--[^\n]*/gu, '')

/** What of a statement the servers named do not take: 'redshift: indexes'. Empty for one that all of them take. */
export function notPortable(sql: string, dialects: readonly Dialect[] = DIALECTS): string[] {
  const text = bare(sql)
  return LACKS.filter(lack => lack.pattern.test(text)).flatMap(({ what, lacks }) =>
    dialects.filter(one => lacks[one] !== undefined).map(one => `${one}: ${what}`),
  )
}
