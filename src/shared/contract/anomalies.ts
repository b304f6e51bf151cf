export const anomalies = {}
