import type { Plan } from '../plan/plan.js'
import { fraction, pick, SALT } from '../random.js'
import type { Site } from './facilities.js'

/** The points of a unit that vaccinate on a day, with cumulative weights for picking. */
interface ActiveSites {
  readonly sites: readonly Site[]
  readonly cumulative: Float64Array
}

/** A session is worth holding for about this many doses; below it a point opens on some days only. */
const WORTHWHILE = 15
/** Days kept: the longest late entry and correction reach back about two months. */
const KEPT_DAYS = 70

/** Which points vaccinate on which day; a pure function of (seed, day, unit), cached for recent days. */
export class ActiveSiteBook {
  readonly #cache = new Map<number, (ActiveSites | undefined)[]>()

  constructor(
    private readonly seed: number,
    private readonly plan: Plan,
    private readonly sites: readonly (readonly Site[])[],
  ) {}

  on(day: number, unit: number): ActiveSites {
    let units = this.#cache.get(day)
    if (!units) {
      if (this.#cache.size > KEPT_DAYS) this.#cache.delete(this.#cache.keys().next().value!)
      units = []
      this.#cache.set(day, units)
    }
    return (units[unit] ??= this.#make(day, unit))
  }

  /** The point at which dose `n` of a slot was given. */
  pick(day: number, unit: number, random: number): Site {
    const { sites, cumulative } = this.on(day, unit)
    return sites[pick(cumulative, random)]!
  }

  #make(day: number, unit: number): ActiveSites {
    const open = this.sites[unit]!.filter((s) => s.opensOn <= day)
    const total = open.reduce((sum, s) => sum + s.weight, 0)
    const doses = this.plan.ofUnit(day, unit)
    const active = open.filter((site, i) => {
      const expected = (doses * site.weight) / total
      return fraction(this.seed + SALT.session, day, unit, i) < Math.max(expected / WORTHWHILE, 0.02)
    })
    const sites = active.length > 0 ? active : open.slice(0, 1)
    const cumulative = new Float64Array(sites.length)
    let sum = 0
    sites.forEach((s, i) => (cumulative[i] = sum += s.weight))
    return { sites, cumulative }
  }
}
