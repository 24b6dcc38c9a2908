import { useSpeech } from '../i18n/language.js'
import { useIsPast } from '../time/use-moment.js'
import { SceneHead } from './scene-head.js'

type Lines = readonly (string | undefined)[]

const rest = (lines: Lines) => lines.slice(1).map((line) => line !== undefined && <p key={line}>{line}</p>)

/** A wall with nothing to show says why, in a few large lines. */
export function WallMessage({ lines }: { lines: Lines }) {
  return (
    <main className="wall-message">
      <h1 className="wall-message-title">{lines[0]}</h1>
      {rest(lines)}
    </main>
  )
}

/** A scene that has no answer yet keeps its question and says why. */
export function SceneMessage({ question, lines }: { question: string; lines: Lines }) {
  return (
    <>
      <SceneHead title={question} />
      <div className="wall-message">
        <p className="wall-message-title">{lines[0]}</p>
        {rest(lines)}
      </div>
    </>
  )
}

/** Before the first record: nothing yet, or nothing at the moment that is looked at; `what` is not there when others are. */
export function SceneEmpty({ question, what }: { question: string; what?: 'doses' | 'vaccine' | 'cases' }) {
  const { m } = useSpeech()
  const past = useIsPast()
  const why = what !== undefined ? m.empty[what] : past ? m.times.before : m.empty.why
  return <SceneMessage question={question} lines={[m.empty.title, why]} />
}
