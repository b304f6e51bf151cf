/** What the analysis worker does for this feature: pure functions with progress and cancel. */
export const reportsOps = {}
