import { z } from 'zod'

/** How far a long method is: `done` of `total` (0 where it cannot be known yet) in `unit`, in the step called `stage`. */
export const ProgressSchema = z.object({
  stage: z.string(),
  done: z.number(),
  total: z.number(),
  unit: z.enum(['rows', 'bytes', 'entries', 'steps']),
  /** What is being worked on: a file's name. */
  subject: z.string().optional(),
})
export type Progress = z.infer<typeof ProgressSchema>

/** The stage in which what was done is written for good, in one step that hears no cancel any more. */
export const KEEPING = 'keeping'
