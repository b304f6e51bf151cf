import type { PickedFile } from '../../shared/contract/import.ts'

let picked: PickedFile[] = []

/** Keeps files that were dropped before the import page is open (on first run, or on any page). */
export function keepPicked(files: readonly PickedFile[]): void {
  picked = [...picked, ...files]
}

/** Hands them over once. */
export function takePicked(): PickedFile[] {
  const files = picked
  picked = []
  return files
}
