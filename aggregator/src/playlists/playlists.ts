import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_PLAYLISTS, type Playlist, playlistList, type PlaylistsState, turns } from '@mcc/contract'
import { z } from 'zod'
import { readJson, writeJson } from '@mcc/warehouse'

const file = z.strictObject({
  version: z.int().min(1),
  /** ISO 8601, UTC; null for what a store begins with. */
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  playlists: playlistList,
})
type File = z.output<typeof file>
const BEGINNING: File = { version: 1, changedAt: null, changedBy: null, playlists: DEFAULT_PLAYLISTS }

/** Earlier documents that stay beside the present one. */
const KEPT = 20

/**
 * What walls show, as one document in `playlists/current.json`; the twenty before it stay beside it, so that a wrong
 * edit can be looked up. A file that is not what it should be stops the start, as with accounts.
 */
export class Playlists {
  private readonly inTurn = turns()

  private constructor(
    private readonly directory: string,
    private now: File,
  ) {}

  static async open(data: string): Promise<Playlists> {
    const directory = join(data, 'playlists')
    return new Playlists(directory, (await readJson(join(directory, 'current.json'), file)) ?? BEGINNING)
  }

  state(): PlaylistsState {
    const { version, playlists } = this.now
    return { version, playlists }
  }

  /** When and by whom the document was last changed. */
  get change(): Pick<File, 'changedAt' | 'changedBy'> {
    const { changedAt, changedBy } = this.now
    return { changedAt, changedBy }
  }

  /**
   * Puts `playlists` in place of version `from`; on disk when it resolves. False when another edit came first.
   * `at` is an ISO instant.
   */
  replace(from: number, playlists: Playlist[], by: string, at: string): Promise<boolean> {
    return this.inTurn(() => this.write(from, { changedAt: at, changedBy: by, playlists }))
  }

  private async write(from: number, change: Omit<File, 'version'>): Promise<boolean> {
    const { version } = this.now
    if (version !== from) return false
    const named = (v: number): string => join(this.directory, `version-${v}.json`)
    await writeJson(named(version), this.now)
    const next = { version: version + 1, ...change }
    await writeJson(join(this.directory, 'current.json'), next)
    this.now = next
    await rm(named(version - KEPT), { force: true })
    return true
  }
}
