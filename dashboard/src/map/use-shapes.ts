import { useEffect, useState } from 'react'
import { shapesOfLevel, type Shapes } from './shapes.js'

const RETRY_MS = 5_000

/** The shapes, asked for again until they come. */
export function useShapes(level: 'provinces' | 'districts'): Shapes | undefined | 'failed' {
  const [shapes, setShapes] = useState<Shapes | 'failed'>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const load = async () => {
      const found = await shapesOfLevel(level).catch(() => undefined)
      if (gone) return
      setShapes(found ?? 'failed')
      if (!found) timer = setTimeout(() => void load(), RETRY_MS)
    }
    void load()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [level])
  return shapes
}
