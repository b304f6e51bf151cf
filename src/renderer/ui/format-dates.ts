export * from '../../shared/format/dates.ts'
