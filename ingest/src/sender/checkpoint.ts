import { open, readFile, rename } from 'node:fs/promises'
import type { z } from 'zod'

/**
 * A small JSON file that is either the old or the new text, never half of one: written beside, synced, renamed.
 * Writes follow each other; of those that wait only the newest is done.
 */
export class JsonFile<T> {
  #running: Promise<void> = Promise.resolve()
  #waiting: T | undefined

  constructor(
    readonly path: string,
    private readonly schema: z.ZodType<T>,
  ) {}

  /** The content; undefined when there is no such file. Rejects when the file is not what it should be. */
  async read(): Promise<T | undefined> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return text === undefined ? undefined : this.schema.parse(JSON.parse(text))
  }

  /** Writes soon; resolves when this content, or a newer one, is on disk. */
  write(content: T): Promise<void> {
    this.#waiting = content
    this.#running = this.#running.then(() => this.#writeWaiting())
    return this.#running
  }

  async #writeWaiting(): Promise<void> {
    const content = this.#waiting
    if (content === undefined) return
    this.#waiting = undefined
    const beside = `${this.path}.new`
    const file = await open(beside, 'w')
    try {
      await file.writeFile(JSON.stringify(content))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, this.path)
  }
}
