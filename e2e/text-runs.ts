import type { Page } from 'playwright-core'

/** One line of one text as it stands on the screen, CSS pixels of the document. */
export interface Run {
  text: string
  /** The element it stands in, for the report. */
  where: string
  size: number
  /** The ink that is seen, from the top of the highest mark to the foot of the lowest tail. */
  box: Box
  /** How far the ink is cut away at an edge by a box that hides what overflows. */
  cut: number
  /** Nothing of it is seen. */
  hidden: boolean
  /** Stands above the page: fixed, or in a layer over it. */
  afloat: boolean
}
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** All texts that a person sees on the page, line by line. */
export const textRuns = (page: Page): Promise<Run[]> => page.evaluate(collectRuns)

/** What stands beyond the right edge of a page that scrolls sideways: its width, and names of elements. */
export const beyondEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const around = (element: Element): Element | null =>
      element instanceof HTMLElement && getComputedStyle(element).position === 'absolute'
        ? element.offsetParent
        : element.parentElement
    const scrolls = (element: Element): boolean => {
      for (let at = around(element); at && at !== document.body; at = around(at))
        if (getComputedStyle(at).overflowX !== 'visible') return true
      return false
    }
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element),
    )
    const named = beyond.map(
      (element) =>
        `${[element.localName, ...element.classList].join('.')} in ${element.parentElement?.className}`,
    )
    return [`${scrollWidth} px of ${clientWidth}`, ...named.slice(0, 12)]
  })

/* Runs in the page, so that everything it uses stands inside. */
function collectRuns(): Run[] {
  const pen = document.createElement('canvas').getContext('2d')!
  const styles = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const style = styles.get(element) ?? getComputedStyle(element)
    styles.set(element, style)
    return style
  }
  /** The element and those around it, up to the first that is fixed on the screen. */
  const chain = (element: Element): Element[] => {
    const up: Element[] = []
    for (let at: Element | null = element; at && at !== document.documentElement; at = at.parentElement) {
      up.push(at)
      if (styleOf(at).position === 'fixed') break
    }
    return up
  }
  const nameOf = (element: Element): string =>
    chain(element)
      .slice(0, 3)
      .toReversed()
      .map((e) => [e.localName, ...e.classList].join('.'))
      .join(' ')
  const upright = (element: Element): boolean =>
    styleOf(element).writingMode === 'horizontal-tb' && !(element instanceof SVGElement)

  /** The ink of `text` inside the line box `line`. */
  function ink(text: string, element: Element, line: DOMRect): Box {
    const { left, right, top, bottom } = line
    if (!upright(element)) return { left, right, top, bottom }
    const { fontWeight, fontSize, fontFamily } = styleOf(element)
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const of = pen.measureText(text)
    const scale = line.height / (of.fontBoundingBoxAscent + of.fontBoundingBoxDescent)
    const base = top + of.fontBoundingBoxAscent * scale
    return {
      left,
      right,
      top: base - of.actualBoundingBoxAscent * scale,
      bottom: base + of.actualBoundingBoxDescent * scale,
    }
  }

  /** What boxes that hide and boxes that scroll leave of the ink: what scrolls away is no cut. */
  function seen(box: Box, element: Element): Pick<Run, 'box' | 'cut' | 'hidden'> {
    let cut = 0
    const left = { ...box }
    for (const up of chain(element)) {
      const { overflowX, overflowY } = styleOf(up)
      const frame = up.getBoundingClientRect()
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (hides(overflowX)) cut = Math.max(cut, frame.left - left.left, left.right - frame.right)
      if (hides(overflowY)) cut = Math.max(cut, frame.top - left.top, left.bottom - frame.bottom)
      if (overflowX !== 'visible') {
        left.left = Math.max(left.left, frame.left)
        left.right = Math.min(left.right, frame.right)
      }
      if (overflowY !== 'visible') {
        left.top = Math.max(left.top, frame.top)
        left.bottom = Math.min(left.bottom, frame.bottom)
      }
    }
    return { box: left, cut, hidden: left.right - left.left < 1 || left.bottom - left.top < 1 }
  }

  const runs: Run[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const element = node.parentElement
    if (text === '' || !element || element.closest('.visually-hidden, option, script, style, noscript'))
      continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const afloat = chain(element).some((up) => ['fixed', 'sticky'].includes(styleOf(up).position))
    for (const line of range.getClientRects()) {
      if (line.width < 1 || line.height < 1) continue
      const size = parseFloat(styleOf(element).fontSize)
      runs.push({ text, where: nameOf(element), size, ...seen(ink(text, element, line), element), afloat })
    }
  }
  return runs
}
