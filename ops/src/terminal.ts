const ESC = '\u001B'

/** Lines for a person, and one progress line that is redrawn in place on a terminal. */
export interface Terminal {
  say: (line: string) => void
  /** Shows where the work stands: redrawn on a terminal, else a plain line at most every five seconds. */
  progress: (line: string, now: number) => void
}

const PLAIN_EVERY_MS = 5_000

/** A terminal over `out`; without a TTY nothing but plain lines is written. */
export function terminalOn(out: NodeJS.WriteStream): Terminal {
  let shown = ''
  let plainAt = 0
  const draw = (line: string) =>
    out.write(`\r${ESC}[2K${line.slice(0, Math.max(20, (out.columns || 80) - 1))}`)
  return {
    say(line) {
      if (!out.isTTY || !shown) return void out.write(`${line}\n`)
      out.write(`\r${ESC}[2K${line}\n`)
      draw(shown)
    },
    progress(line, now) {
      shown = line
      if (out.isTTY) return void draw(line)
      if (now - plainAt < PLAIN_EVERY_MS) return
      plainAt = now
      out.write(`${line}\n`)
    },
  }
}
