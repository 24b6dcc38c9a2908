import { DWELL, type Playlist, playlistList } from '@mcc/contract'
import type { Formats } from '../design/format.js'
import type { Messages } from '../i18n/vi.js'

/** What is wrong at the last named part of a path, in the page's language. */
function reason(path: readonly PropertyKey[], m: Messages, f: Formats): string {
  const of: Record<string, string> = {
    id: m.walls.wrongId,
    title: m.walls.wrongTitle,
    dwell: m.walls.wrongDwell(f.count(DWELL.least), f.count(DWELL.most)),
    lines: m.walls.wrongLines,
  }
  return of[String(path.at(-1))] ?? m.walls.wrongScenes
}

/** Everything that the server would refuse, each with its playlist and scene; empty when it may be saved. */
export function problemsOf(lists: readonly Playlist[], m: Messages, f: Formats): string[] {
  const issues = playlistList.safeParse(lists).error?.issues ?? []
  return issues.map(({ path }) => {
    const [list, , scene] = path
    const playlist = typeof list === 'number' ? lists[list] : undefined
    const entry = typeof scene === 'number' ? playlist?.scenes[scene] : undefined
    const where = [playlist?.id, entry && m.walls.scenes[entry.scene]].filter((part) => part !== undefined)
    return `${where.join(', ')}: ${reason(path, m, f)}`
  })
}
