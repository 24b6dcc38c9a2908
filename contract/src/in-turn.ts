/** So many wait for their turn already that one more would wait too long. */
export class Busy extends Error {
  override name = 'Busy'
}

/**
 * Runs what it is given one after another, in the order it was given; a failure does not stop the next. With `most`
 * whatever comes while so many wait or run is refused with `Busy`.
 */
export function turns(most = Infinity): <T>(act: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (act) => {
    if (waiting >= most) throw new Busy('too many wait for their turn')
    waiting += 1
    const next = turn.then(act)
    turn = next.catch(() => undefined)
    try {
      return await next
    } finally {
      waiting -= 1
    }
  }
}
