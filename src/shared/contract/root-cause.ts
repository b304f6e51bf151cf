export const rootCause = {}
