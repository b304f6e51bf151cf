export * from '../../shared/charts/scale.ts'
