import { exerciseLabel } from '@mcc/contract'
import type { ReactNode } from 'react'
import { ExerciseBorder } from '../design/exercise-frame.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { PastBorder } from '../time/past-frame.js'
import { NOW } from './samples.js'

const THEN = '2021-09-03T05:00:00.000Z'

function Page({ children }: { children: ReactNode }) {
  return <div className="gallery-page">{children}</div>
}

/** The frames of an exercise, of the past, of a replay, and of the past of an exercise. */
export function FramesPart() {
  const { m, f } = useSpeech()
  const inside = <p className="gallery-inside">{m.gallery.inside}</p>
  const past = (word: string, moment: string) => (
    <PastBorder word={word} moment={f.moment(moment)}>
      {inside}
    </PastBorder>
  )
  return (
    <Tile title={m.gallery.frames} className="gallery-wide">
      <div className="gallery-frames">
        <Page>
          <ExerciseBorder label={exerciseLabel({ scale: 0.05 })}>{inside}</ExerciseBorder>
        </Page>
        <Page>{past(m.times.pastWord, NOW)}</Page>
        <Page>{past(m.times.replayWord, NOW)}</Page>
        <Page>
          <ExerciseBorder label={exerciseLabel({ scale: 0.1 })}>
            {past(m.times.pastWord, THEN)}
          </ExerciseBorder>
        </Page>
      </div>
    </Tile>
  )
}
