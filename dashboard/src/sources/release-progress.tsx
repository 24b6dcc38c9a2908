import { Bar } from '../design/bar.js'
import { useSpeech } from '../i18n/language.js'
import type { Release } from './use-release.js'

/** How far the last release is and what came of it; the end is said aloud, and not each step to it. */
export function ReleaseProgress({ of: { progress, waiting, discarded, told } }: { of: Release }) {
  const { m, f } = useSpeech()
  const words = m.sourcesPage.act
  return (
    <div ref={told} tabIndex={-1} className="release-progress">
      {progress && !progress.finished && (
        <>
          <p>{words.checking(f.count(progress.done), f.count(progress.all))}</p>
          <Bar value={(progress.done / Math.max(1, progress.all)) * 100} />
        </>
      )}
      <div role="status">
        {discarded !== undefined && <p>{words.discarded(f.count(discarded))}</p>}
        {waiting && <p>{m.loading}</p>}
        {progress?.finished && (
          <p data-testid="released" data-value={progress.counted}>
            ✓ {words.done(f.count(progress.counted))}
            {progress.back > 0 && (
              <strong className="serious"> ◆ {words.back(f.count(progress.back))}</strong>
            )}
          </p>
        )}
      </div>
    </div>
  )
}
