import type { PickedFile } from '../../shared/contract/import.ts'

declare global {
  interface Window {
    /** What Electron's preload exposes, frozen; absent in a browser. */
    readonly farthing?: {
      readonly host: 'electron'
      /** Asks for a MessagePort: it comes as a window message of type 'farthing-port'. */
      connect(): void
      fileToken(file: File): Promise<PickedFile>
      /** Menu and deep-link commands; answers how to stop. */
      onCommand(callback: (command: string) => void): () => void
    }
  }
}
