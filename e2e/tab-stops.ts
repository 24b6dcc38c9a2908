import type { Page } from 'playwright-core'

/** What a walk with the Tab key met on one page. */
interface Walk {
  /** Controls of the page, in the order of the document. */
  controls: string[]
  /** Places in `controls` at which the focus stood, in order; boxes that only scroll are left out. */
  order: number[]
  /** Controls on which nobody sees that the focus stands there. */
  unseen: string[]
}

/* Runs in the page: what Tab must reach, as the document orders it. */
function listControls(): string[] {
  const all = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const dialog = document.querySelector('dialog:modal')
  const open = (element: Element): boolean => {
    const folded = element.parentElement?.closest('details:not([open])')
    return !folded || (element.localName === 'summary' && element.parentElement === folded)
  }
  const controls = [...(dialog ?? document.body).querySelectorAll<HTMLElement>(all)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      // a group of choices is one stop, at what is chosen; arrows walk inside it
      !element.matches('[type=radio]:not(:checked)') &&
      !element.closest('[inert]') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      open(element),
  )
  Object.assign(globalThis, { controls })
  return controls.map(
    (c) => `${c.localName}.${c.className} «${(c.ariaLabel ?? c.innerText ?? '').slice(0, 40)}»`,
  )
}

/* Runs in the page: where the focus stands, and whether that can be seen. */
function lookAtFocus(): { at: number; seen: boolean } {
  const { controls } = globalThis as unknown as { controls: HTMLElement[] }
  const here = document.activeElement as HTMLElement
  if (here === document.body) return { at: -2, seen: true }
  const { outlineStyle, outlineWidth } = getComputedStyle(here)
  const box = here.getBoundingClientRect()
  const shown =
    box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth
  return {
    at: controls.indexOf(here),
    seen: shown && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  }
}

/** Walks once through the page, from its beginning to where Tab leaves it or comes back to the first control. */
export async function walkByTab(page: Page): Promise<Walk> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const controls = await page.evaluate(listControls)
  const walk: Walk = { controls, order: [], unseen: [] }
  let around = false
  // boxes that scroll are stops too
  for (let left = 2 * controls.length + 10; left > 0; left -= 1) {
    await page.keyboard.press('Tab')
    const { at, seen } = await page.evaluate(lookAtFocus)
    if (walk.order.includes(at)) break
    if (at === -2) {
      // a dialog begins at what it put the focus on: once more from its beginning
      if (around || walk.order.length === controls.length) break
      around = true
      walk.order = []
      continue
    }
    if (at >= 0) walk.order.push(at)
    if (!seen) walk.unseen.push(at >= 0 ? controls[at]! : 'a box that scrolls')
  }
  return walk
}
