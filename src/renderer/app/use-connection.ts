import { useEffect, useState } from 'react'
import { connectionState, onConnection } from './client.ts'

/** 'lost' only after two seconds without a connection: a short gap is not worth a notice. */
export function useConnection(): 'open' | 'lost' | 'over' {
  const [state, setState] = useState(connectionState)
  const [late, setLate] = useState(false)
  useEffect(() => onConnection(setState), [])
  useEffect(() => {
    setLate(false)
    if (state !== 'connecting') return undefined
    const timer = setTimeout(() => setLate(true), 2000)
    return () => clearTimeout(timer)
  }, [state])
  return state === 'over' ? 'over' : state === 'connecting' && late ? 'lost' : 'open'
}
