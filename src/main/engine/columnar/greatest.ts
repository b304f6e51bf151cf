/** The `count`-th greatest of the numbers; −Infinity where there are fewer. */
export function nthGreatest(numbers: Float64Array, count: number): number {
  if (count > numbers.length) return -Infinity
  if (count > 256) return numbers.toSorted()[numbers.length - count] as number
  // The greatest so far in ascending order: most numbers are turned away by one comparison.
  const top = numbers.slice(0, count).sort()
  for (let i = count; i < numbers.length; i += 1) {
    const number = numbers[i] as number
    if (number <= (top[0] as number)) continue
    let place = 1
    while (place < count && (top[place] as number) < number) {
      top[place - 1] = top[place] as number
      place += 1
    }
    top[place - 1] = number
  }
  return top[0] as number
}
