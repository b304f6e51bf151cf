import { expect, test } from 'vitest'
import { FailureError } from '../../shared/result/failure.ts'
import { failureOf } from './serve.ts'

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_BUSY_SNAPSHOT', 'file-busy'],
  ['SQLITE_NOTADB', 'file-damaged'],
  ['SQLITE_CORRUPT_VTAB', 'file-damaged'],
  ['SQLITE_CONSTRAINT', 'internal'],
])('an error %s is the failure %s, in a sentence of ours', (code, failure) => {
  const found = failureOf(Object.assign(new Error('disk I/O error'), { code }))
  expect(found.code).toBe(failure)
  if (failure !== 'internal') expect(found.message).not.toContain('I/O error')
})

test('a failure of our own stays as it is', () => {
  const error = new FailureError('not-found', 'There is no batch 7.', { batch: 7 })
  expect(failureOf(error)).toEqual({
    code: 'not-found',
    message: 'There is no batch 7.',
    details: { batch: 7 },
  })
})
