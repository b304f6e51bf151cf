import type { z } from 'zod'
import type { NumberStyleSchema } from '../../../../shared/contract/import.ts'

export type NumberStyle = z.infer<typeof NumberStyleSchema>
