/** The tags in a field: separated by commas, each once. */
export function readTags(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map(tag => tag.trim())
        .filter(tag => tag !== ''),
    ),
  ]
}

/** What must be added and removed to come from one list of tags to another. */
export function tagChanges(before: string, after: string): { addTags?: string[]; removeTags?: string[] } {
  const [old, now] = [readTags(before), readTags(after)]
  const addTags = now.filter(tag => !old.includes(tag))
  const removeTags = old.filter(tag => !now.includes(tag))
  return { ...(addTags.length > 0 && { addTags }), ...(removeTags.length > 0 && { removeTags }) }
}
