import type { Page } from 'playwright-core'

/** What a page saw of itself since it was last asked to begin. */
export interface Seen {
  /** ms from the arrival of a delta until the figure it changed stood on the screen. */
  updates: number[]
  /** What moved without being told to, and by how much (the browser's own measure). */
  shifts: { value: number; what: string[] }[]
  /** Elements that were taken away, but for digits that gave way to others and what a chart consists of. */
  gone: string[]
  /** Every condition of the connection that was shown, in order. */
  conditions: string[]
}
interface Probe extends Seen {
  begin: () => void
}
declare global {
  var probe: Probe
}

/** Runs in the page, before anything of it. */
function install(): void {
  const FIGURE = 'nation-doses'
  /** Where parts are exchanged within one frame: a digit by another, and what the chart library draws. */
  const FREE = '.digit, .echarts-for-react'
  const awaited: { at: number; value: number }[] = []
  const probe: Probe = {
    updates: [],
    shifts: [],
    gone: [],
    conditions: [],
    begin() {
      for (const list of [awaited, probe.updates, probe.shifts, probe.gone, probe.conditions]) list.length = 0
    },
  }
  globalThis.probe = probe

  const hear = ({ data, timeStamp }: MessageEvent): void => {
    if (typeof data !== 'string' || !data.startsWith('42["delta"')) return
    const [, delta] = JSON.parse(data.slice(2)) as [string, { topic: string; changes: [string[], unknown][] }]
    const change = delta.topic === 'nation' && delta.changes.find(([path]) => path.join() === 'doses')
    if (change && typeof change[1] === 'number') awaited.push({ at: timeStamp, value: change[1] })
  }
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given)
      this.addEventListener('message', hear)
    }
  }

  const nameOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement
    if (!element) return '?'
    const names = []
    for (
      let e: Element | null = element;
      e && e.tagName !== 'BODY' && names.length < 4;
      e = e.parentElement
    ) {
      const classes = e.getAttribute('class')?.trim().split(/\s+/).join('.')
      names.unshift(e.tagName.toLowerCase() + (classes ? `.${classes}` : ''))
    }
    return `${names.join(' ')} «${(element.textContent ?? '').slice(0, 40)}»`
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      sources: { node: Node | null }[]
    })[])
      probe.shifts.push({ value: entry.value, what: entry.sources.map(({ node }) => nameOf(node)) })
  }).observe({ type: 'layout-shift' })

  const drawn = (shown: number): void => {
    const here = awaited.filter(({ value }) => value <= shown)
    awaited.splice(0, awaited.length, ...awaited.filter(({ value }) => value > shown))
    // the frame after the one that draws it
    requestAnimationFrame((now) => probe.updates.push(...here.map(({ at }) => now - at)))
  }
  const look = (records: MutationRecord[]): void => {
    for (const { type, target, removedNodes } of records) {
      if (type === 'attributes' && target instanceof HTMLElement) {
        if (target.dataset['testid'] === FIGURE) drawn(Number(target.dataset['value']))
        if (target.dataset['testid'] === 'connection') probe.conditions.push(target.dataset['state'] ?? '?')
      }
      for (const node of removedNodes)
        if (node instanceof Element && !node.isConnected && !(target as Element).closest(FREE))
          probe.gone.push(`${nameOf(node)} of ${nameOf(target)}`)
    }
  }
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-value', 'data-state'],
    })
  })
}

/** Watches every address that the page goes to from now on. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(install)
}
/** Forgets what was seen so far. */
export const begin = (page: Page): Promise<void> => page.evaluate(() => globalThis.probe.begin())
export const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { updates, shifts, gone, conditions } = globalThis.probe
    return { updates, shifts, gone, conditions }
  })

declare global {
  var clockOff: number
}
/** The page's own clock goes wrong by so many ms. */
export async function putClockOff(page: Page, by: number): Promise<void> {
  await page.addInitScript((ms) => {
    const Real = Date
    globalThis.clockOff = ms
    const wrong = () => Real.now() + globalThis.clockOff
    globalThis.Date = class extends Real {
      constructor(...given: [] | [number]) {
        super(given.length === 0 ? wrong() : given[0])
      }
      static override now = wrong
    } as DateConstructor
  }, by)
}
/** The clock of the day goes on by so many ms, and nothing else does: the page's machine has slept. */
export const sleepThrough = (page: Page, ms: number): Promise<void> =>
  page.evaluate((by) => void (globalThis.clockOff += by), ms)
