import { serve } from '../compute/serve.ts'
import { importOps } from '../features/import/worker-ops.ts'

serve(importOps)
