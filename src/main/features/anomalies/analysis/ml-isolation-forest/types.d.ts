/** The package has no types of its own. */
declare module 'ml-isolation-forest' {
  export class IsolationForest {
    constructor(options?: { nEstimators?: number })
    train(rows: number[][]): void
    /** Scores between 0 and 1; only of the first `train`. */
    predict(rows: number[][]): number[]
  }
}
