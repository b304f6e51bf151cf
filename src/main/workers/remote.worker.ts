import { serve } from '../compute/serve.ts'
import { remoteOps } from './remote-ops.ts'

serve(remoteOps)
