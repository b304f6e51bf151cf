export { mulberry32 as random } from '../../../shared/stats/random.ts'
