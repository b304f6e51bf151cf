export * from '../../shared/format/numbers.ts'
