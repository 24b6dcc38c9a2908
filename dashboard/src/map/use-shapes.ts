import { useEffect, useState } from 'react'
import type { Answer } from '../rest/request.js'
import { untilReached } from '../rest/until-reached.js'
import { shapesOfLevel, type Level, type Shapes } from './shapes.js'

/** The shapes, asked for again until they come. */
export function useShapes(level: Level): Shapes | undefined | 'failed' {
  const [answer, setAnswer] = useState<Answer<Shapes>>()
  useEffect(() => untilReached(() => shapesOfLevel(level), setAnswer), [level])
  return answer?.ok === false ? 'failed' : answer?.value
}
