/** Where figures are read from: tables, or selections that look like them. Named in `FROM`, always with an alias. */
export interface Sources {
  /** Doses by day, unit, product, dose number and series. */
  doses: string
  /** Doses by unit, facility and day. */
  places: string
  facilities: string
  movements: string
  decisions: string
  tallies: string
  aefi: string
}

/** What is known now: the roll-ups, and ledgers that have none. */
export const LIVE: Sources = {
  doses: 'dose_day',
  places: 'dose_place',
  facilities: 'facility_ledger',
  movements: 'movement_day',
  decisions: 'decision_ledger',
  tallies: 'tally_ledger',
  aefi: 'aefi_day',
}

/** The instant asked for: `at`, epoch milliseconds. */
const AT = `fromUnixTimestamp64Milli({at:Int64}, 'UTC')`
const HOUR = `toStartOfHour(toDateTime(${AT}, 'UTC'))`
const rowsOf = (ledger: string): string => `(SELECT * FROM ${ledger} WHERE known_at <= ${AT})`

/**
 * What was known at the instant `at`, exactly to the millisecond. Doses come from the roll-up by known hour, the last,
 * unfinished hour from the ledger; what has no known time in its roll-up comes from the ledger's signed rows.
 */
export const KNOWN: Sources = {
  doses: `(
    SELECT day, unit, product, dose_no, series, doses FROM dose_known WHERE known_hour < ${HOUR}
    UNION ALL
    SELECT day, unit, product, dose_no, series, toInt64(sign) AS doses FROM dose_ledger
    WHERE known_at >= ${HOUR} AND known_at <= ${AT})`,
  places: `(SELECT day, unit, facility, toInt64(sign) AS doses FROM dose_ledger WHERE known_at <= ${AT})`,
  facilities: rowsOf('facility_ledger'),
  movements: `(
    SELECT unit, product, kind, splitByChar(':', from_holder)[1] AS from_level, splitByChar(':', to_holder)[1] AS to_level,
      toInt64(sign) AS movements, sign * l.doses AS doses FROM movement_ledger AS l WHERE known_at <= ${AT})`,
  decisions: rowsOf('decision_ledger'),
  tallies: rowsOf('tally_ledger'),
  aefi: `(
    SELECT day, unit, product, lot, toUInt8(notEmpty(seriousness)) AS serious,
      toUInt8(has(seriousness, 'death') OR outcome = 'fatal') AS died, stage, toInt64(sign) AS cases
    FROM aefi_ledger WHERE known_at <= ${AT} AND stage NOT IN ('duplicate', 'invalid'))`,
}
