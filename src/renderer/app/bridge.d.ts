import type { FarthingBridge } from '../../shared/host/bridge.ts'

declare global {
  interface Window {
    /** What Electron's preload exposes, frozen; absent in a browser. */
    readonly farthing?: FarthingBridge
  }
}
