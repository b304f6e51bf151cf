import { openReadable } from '../db/open-database.ts'
import { serveDatabase } from './database.ts'
import { createReaderOps } from './reader-ops.ts'

serveDatabase(({ path, key }) => createReaderOps(openReadable(path, key)))
