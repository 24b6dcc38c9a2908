import type { Speech } from '../i18n/language.js'
import type { Pin } from './facility-clusters.js'

const SVG = 'http://www.w3.org/2000/svg'
/** Smallest size that a finger or an unsteady hand hits, CSS px. */
const TARGET = 24
const DOT = 12

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

/** Diameter of a mark by the number of facilities under it, CSS px. */
const sizeOf = (n: number): number => (n === 1 ? DOT : n < 10 ? 24 : n < 100 ? 30 : 38)

/** Drawn with its own colours and letters, so that a saved picture shows it too. */
function drawing(n: number, text: string, closed: boolean, chosen: boolean): SVGElement {
  const size = sizeOf(n)
  const [ink, paper] = ['var(--text)', 'var(--surface)']
  const svg = shape('svg', { width: size, height: size, 'aria-hidden': 'true' })
  const ring = { cx: size / 2, cy: size / 2, r: size / 2 - 1, stroke: ink, 'stroke-width': 2 }
  svg.append(
    shape('circle', {
      ...ring,
      fill: chosen ? ink : paper,
      ...(closed && { 'stroke-dasharray': '2 2' }),
    }),
  )
  if (n > 1) {
    const letters = shape('text', {
      x: size / 2,
      y: size / 2,
      'text-anchor': 'middle',
      'dominant-baseline': 'central',
      'font-family': "'Inter Variable', sans-serif",
      'font-size': 13,
      'font-weight': 600,
      fill: chosen ? paper : ink,
    })
    letters.textContent = text
    svg.append(letters)
  }
  return svg
}

/** The mark itself: a button, so that keys reach it, in the order in which the marks stand. */
export function pinButton(pin: Pin, chosen: boolean, { m, f }: Speech, press: () => void): HTMLButtonElement {
  const { rows, doses, parts } = pin
  const button = document.createElement('button')
  const words = parts === undefined ? m.facilities.together : m.facilities.cluster
  const size = `${Math.max(TARGET, sizeOf(rows.length))}px`
  button.type = 'button'
  button.className = 'pin'
  button.style.width = button.style.height = size
  button.dataset['pin'] = pin.key
  button.dataset['count'] = String(rows.length)
  button.title =
    rows.length > 1
      ? words(f.count(rows.length), f.count(doses))
      : m.facilities.pin(rows[0]?.name ?? '', f.count(doses))
  button.setAttribute('aria-label', button.title)
  button.setAttribute('aria-pressed', String(chosen))
  const closed = rows.every((one) => !one.open)
  button.append(drawing(rows.length, f.count(rows.length), closed, chosen))
  button.addEventListener('click', press)
  return button
}
