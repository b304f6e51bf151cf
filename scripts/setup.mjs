// `npm start` and `npm test` run this first, on a machine that may have nothing but Node 20 and npm.
import { prepareTests } from './lib/test-tools.mjs'
import { giveUp } from './lib/project.mjs'
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs'

const goal = process.argv[2]
if (Number(process.versions.node.split('.')[0]) < 20)
  giveUp(`Farthing needs Node 20 or newer to set itself up; this is ${process.versions.node}.`)

await ensureInstalled()
if (goal === 'test') await prepareTests()
else if (!(await ensureBuilt())) giveUp('Farthing could not be built (see above).')
