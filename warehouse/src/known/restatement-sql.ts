const FROM = `fromUnixTimestamp64Milli({from:Int64}, 'UTC')`
const TO = `fromUnixTimestamp64Milli({to:Int64}, 'UTC')`
const WINDOW = `l.known_at > ${FROM} AND l.known_at <= ${TO}`

/** Records of which a row of a closed day became known in the window. */
const TOUCHED = `SELECT key FROM dose_ledger AS l WHERE ${WINDOW} AND l.day <= {day:Date}`
/** All rows of the window that belong to them, those of later days included: a dose may have moved to or from there. */
const OF_WINDOW = `${WINDOW} AND (l.day <= {day:Date} OR l.key IN (${TOUCHED}))`

/** What verification leaves as it is: the whole content but verification, signature and time of entry. */
const CONTENT = `cityHash64(l.day, l.unit, l.occurred_at, l.person, l.sex, l.birth_year, l.priority_group, l.product, l.lot, l.dose_no, l.series, l.facility, l.residence)`

/**
 * Rows that say nothing by themselves: a −1 without +1, or a +1 without −1 of a later revision. For these the rows
 * before the window decide; all others are clear, so that the ledger's past is not searched for every late entry.
 */
const DOUBTFUL = `SELECT key FROM dose_ledger AS l WHERE ${OF_WINDOW}
    GROUP BY key, rev, known_at HAVING max(sign) < 0 OR (min(sign) > 0 AND rev > 1)`

/** One row per record, revision, moment of knowing and content: what it added (net > 0) or took away. */
const CHANGED = `SELECT key, rev, known_at, batch, hash, max(received_at) AS received, any(l.day) AS day, any(l.unit) AS unit,
      any(l.product) AS product, any(l.dose_no) AS dose_no, any(l.series) AS series, any(${CONTENT}) AS content,
      sum(toInt64(sign)) AS net
    FROM dose_ledger AS l WHERE ${OF_WINDOW} GROUP BY key, rev, known_at, batch, hash HAVING net != 0`

/** How often each doubtful record counted when the window opened. */
const BEFORE = `SELECT key, sum(toInt64(sign)) AS counted, toUInt8(1) AS seen FROM dose_ledger
    WHERE known_at <= ${FROM} AND key IN (${DOUBTFUL}) GROUP BY key`

/**
 * Beside each row what its act (one revision becoming known at one moment) and its record did in the window. A crash can
 * cut a correction in two acts of the same revision: its −1 first, its +1 when the batch comes again.
 */
const ACTS = `SELECT c.*,
      sumIf(net, net > 0) OVER (PARTITION BY key, rev, known_at) > 0 AS adds,
      sumIf(net, net < 0) OVER (PARTITION BY key, rev, known_at) < 0 AS takes,
      min(content) OVER (PARTITION BY key, rev, known_at) = max(content) OVER (PARTITION BY key, rev, known_at) AS same,
      sumIf(net, net > 0) OVER (PARTITION BY key, rev ORDER BY known_at DESC) > 0 AS adds_later,
      sumIf(net, net < 0) OVER (PARTITION BY key, rev ORDER BY known_at) < 0 AS took_earlier,
      b.counted + sum(net) OVER (PARTITION BY key ORDER BY known_at, rev) AS counted_after,
      b.seen = 0 AND (known_at, rev) = min((known_at, rev)) OVER (PARTITION BY key) AS first
    FROM (${CHANGED}) AS c LEFT JOIN (${BEFORE}) AS b ON b.key = c.key`

const REASON = `multiIf(
      adds AND takes, if(same, 'verification', 'correction'),
      adds AND counted_after > 1, 'duplicate',
      takes AND counted_after > 0, 'duplicate',
      adds AND took_earlier, 'correction',
      takes AND adds_later, 'correction',
      takes, 'void',
      NOT first, 'restored',
      day < toDate(known_at, 'Asia/Ho_Chi_Minh'), 'late-entry',
      'same-day-entry')`

/**
 * Every signed change of the cells of days up to `day` that became known after `from` and not after `to` (epoch ms), with
 * its reason; `unit` and `product` limit the cells (empty = all), never what reasons are derived from.
 */
export const RESTATED = `(
    SELECT day, unit, product, dose_no AS doseNo, series, ${REASON} AS reason, net, key, batch, received, known_at,
      concat(toString(day), '|', unit, '|', product, '|', toString(dose_no), '|', series) AS cell
    FROM (${ACTS})
    WHERE day <= {day:Date} AND ({unit:String} = '' OR unit = {unit:String})
      AND ({product:String} = '' OR product = {product:String}))`
