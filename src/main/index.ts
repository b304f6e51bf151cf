import { start } from './hosts/electron/index.ts'

start()
