import { serve } from '../compute/serve.ts'
import { analysisOps } from './analysis-ops.ts'

serve(analysisOps)
