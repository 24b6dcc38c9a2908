import { drawHatch, hatchOf } from './hatch.js'

const FAMILY = 'Inter Variable'

async function dataUrl(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the font cannot be read')))
    reader.readAsDataURL(blob)
  })
}

/** The page's font inside a style sheet: a picture made of SVG sees no font of the page. */
async function fontRules(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  const faces = rules.filter(
    (rule): rule is CSSFontFaceRule =>
      rule instanceof CSSFontFaceRule && rule.style.getPropertyValue('font-family').includes(FAMILY),
  )
  const texts = await Promise.all(
    faces.map(async (face) => {
      const url = /url\("?([^")]+)"?\)/.exec(face.cssText)?.[1]
      if (url === undefined) return ''
      const base = face.parentStyleSheet?.href ?? document.baseURI
      return face.cssText.replace(url, await dataUrl(new URL(url, base).href))
    }),
  )
  return texts.join('\n')
}

/** Names of tokens become their values: outside the page they mean nothing. */
function resolved(markup: string): string {
  const tokens = getComputedStyle(document.documentElement)
  return markup.replace(/var\((--[\w-]+)\)/g, (_, name: string) => tokens.getPropertyValue(name).trim())
}

function imageOf(svg: SVGSVGElement, patterns: readonly Element[], fonts: string): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.removeAttribute('style')
  const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs')
  for (const pattern of patterns) {
    const own = pattern.cloneNode(true) as Element
    // what it is measured in
    own.setAttribute('font-size', getComputedStyle(pattern).fontSize)
    defs.append(own)
  }
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  style.textContent = fonts
  defs.append(style)
  copy.prepend(defs)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(resolved(new XMLSerializer().serializeToString(copy)))}`
  return image.decode().then(() => image)
}

/** Grounds, rims and words of HTML parts such as map names and legends. */
function drawHtml(pen: CanvasRenderingContext2D, element: HTMLElement, x: number, y: number): void {
  const style = getComputedStyle(element)
  const rect = element.getBoundingClientRect()
  if (style.backgroundColor !== 'rgba(0, 0, 0, 0)') {
    pen.fillStyle = style.backgroundColor
    pen.fillRect(rect.x + x, rect.y + y, rect.width, rect.height)
  }
  const hatch = hatchOf(style.backgroundImage)
  if (hatch) drawHatch(pen, hatch, [rect.x + x, rect.y + y, rect.width, rect.height])
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    pen.fillStyle = style.color
    pen.textBaseline = 'middle'
    pen.fillText(node.textContent?.trim() ?? '', box.x + x, box.y + y + box.height / 2)
  }
}

const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.closest('.visually-hidden') === null &&
  // what one presses is no part of what is shown; drawings on buttons are
  element.closest('button') === null

/** Draws what `box` shows, its upper left corner at `left`, `top`: SVG parts as they are, then grounds and words. */
export async function drawBox(
  pen: CanvasRenderingContext2D,
  box: HTMLElement,
  left: number,
  top: number,
): Promise<void> {
  const origin = box.getBoundingClientRect()
  const [x, y] = [left - origin.x, top - origin.y]
  const fonts = await fontRules()
  const patterns = [...box.querySelectorAll('pattern')].filter((p) => p.closest('.map-patterns') !== null)
  const images = await Promise.all(
    [...box.querySelectorAll('svg')]
      .filter((svg) => svg.parentElement?.closest('svg') === null && !svg.matches('.map-patterns'))
      .map(async (svg) => ({
        rect: svg.getBoundingClientRect(),
        // a map draws beyond its edge what a hand may drag in
        seen: (svg.closest('.leaflet-container') ?? svg).getBoundingClientRect(),
        image: await imageOf(svg, patterns, fonts),
      })),
  )
  pen.save()
  pen.beginPath()
  pen.rect(left, top, origin.width, origin.height)
  pen.clip()
  for (const { rect, seen, image } of images) {
    pen.save()
    pen.beginPath()
    pen.rect(seen.x + x, seen.y + y, seen.width, seen.height)
    pen.clip()
    pen.drawImage(image, rect.x + x, rect.y + y, rect.width, rect.height)
    pen.restore()
  }
  for (const element of box.querySelectorAll<HTMLElement>('*'))
    if (element instanceof HTMLElement && isSeen(element)) drawHtml(pen, element, x, y)
  pen.restore()
}
