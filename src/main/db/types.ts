import type Database from 'better-sqlite3'

/** A connection that may only read; opened by `openWorkspace`, nowhere else. */
export type ReadableDB = Database.Database & { readonly __readable: true }
/** The one connection that may write; lives in the writer's worker. */
export type WritableDB = ReadableDB & { readonly __writable: true }
