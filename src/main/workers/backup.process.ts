import { constants, setPriority } from 'node:os'
import { serveOnce } from '../compute/serve-once.ts'
import {
  checkIntegrity,
  makeBackup,
  verifyBackup,
  type IntegrityRequest,
  type MakeRequest,
  type VerifyRequest,
} from '../features/backup/copy.ts'
import { restoreFiles, type RestoreRequest } from '../features/backup/restore-files.ts'

type Work = MakeRequest | VerifyRequest | IntegrityRequest | RestoreRequest

// SQLite copies and checks without a word in between: only the end of its process stops it.
serveOnce({ memoryMb: 1024, seconds: 6 * 3600 }, (request: Work, report) => {
  switch (request.work) {
    case 'make':
      // Whoever asked for one by hand waits for it; the others come beside a person's work.
      if (request.cause !== 'by-hand') yieldToOthers()
      return makeBackup(request, report)
    case 'verify':
      return verifyBackup(request, report)
    case 'integrity':
      yieldToOthers()
      return checkIntegrity(request)
    case 'restore':
      return restoreFiles(request, report)
  }
})

function yieldToOthers(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}
