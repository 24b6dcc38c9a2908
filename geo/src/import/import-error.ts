const SHOWN = 25

/** The file cannot be taken; `message` says why in full, one finding per line. */
export class ImportError extends Error {
  override readonly name = 'ImportError'

  /** `findings` beyond the first 25 are counted, not listed. */
  static of(reason: string, findings: readonly string[] = []): ImportError {
    const more = findings.length > SHOWN ? [`… and ${findings.length - SHOWN} more`] : []
    return new ImportError([reason, ...findings.slice(0, SHOWN).map((f) => `  ${f}`), ...more].join('\n'))
  }
}
