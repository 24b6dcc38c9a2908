import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

const KEPT = import.meta.dirname
const FAILED = join(KEPT, '../../tmp/looks')
/** Asked for by `npm run looks`: the pictures are taken anew instead of compared. */
const RENEW = process.env['MCC_LOOKS'] === 'renew'

/** Every second pixel is kept, as the mean of four: a letter hinted otherwise by another machine vanishes in it. */
const SMALLER = 2
/** Shades are kept to the nearest of 32, so that the kept files stay small. */
const SHADE = 8
/** So much a shade of a channel may lie outside what is found around it. */
const SHADES = 48
/** How far a pixel is looked for: where the browser rounds a fraction the other way, all below stands one lower. */
const AROUND = 1
/** So many unlike pixels in a square of so many by so many are a change that a person sees. */
const SQUARE = 48
const CHANGED = 80

/** A picture at half its size, in few shades. */
function reduce(shot: Buffer): PNG {
  const whole = PNG.sync.read(shot)
  const width = Math.floor(whole.width / SMALLER)
  const height = Math.floor(whole.height / SMALLER)
  const half = new PNG({ width, height })
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < 4; c += 1) {
        let sum = 0
        for (let dy = 0; dy < SMALLER; dy += 1)
          for (let dx = 0; dx < SMALLER; dx += 1)
            sum += whole.data[((y * SMALLER + dy) * whole.width + x * SMALLER + dx) * 4 + c]!
        const mean = sum / SMALLER ** 2
        half.data[(y * width + x) * 4 + c] = c === 3 ? 255 : Math.min(255, Math.round(mean / SHADE) * SHADE)
      }
  return half
}

/** Does channel `c` of `a` at `x`, `y` lie between the shades that stand there and next to it in `b`? */
function between(a: PNG, b: PNG, x: number, y: number, c: number): boolean {
  let [least, most] = [255, 0]
  for (let v = Math.max(0, y - AROUND); v <= Math.min(b.height - 1, y + AROUND); v += 1)
    for (let u = Math.max(0, x - AROUND); u <= Math.min(b.width - 1, x + AROUND); u += 1) {
      const shade = b.data[(v * b.width + u) * 4 + c]!
      least = Math.min(least, shade)
      most = Math.max(most, shade)
    }
  const shade = a.data[(y * a.width + x) * 4 + c]!
  return shade >= least - SHADES && shade <= most + SHADES
}
const CHANNELS = [0, 1, 2] as const
/** 1 for each pixel that is the same in both but for rounding. */
function sameIn(kept: PNG, now: PNG): Uint8Array {
  const same = new Uint8Array(kept.width * kept.height)
  for (let y = 0; y < kept.height; y += 1)
    for (let x = 0; x < kept.width; x += 1)
      same[y * kept.width + x] = CHANNELS.every(
        (c) => between(kept, now, x, y, c) && between(now, kept, x, y, c),
      )
        ? 1
        : 0
  return same
}

const written = (picture: PNG): Buffer => PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 })

function keep(name: string, now: PNG, difference?: PNG): string {
  mkdirSync(FAILED, { recursive: true })
  writeFileSync(join(FAILED, `${name}.now.png`), written(now))
  if (difference) writeFileSync(join(FAILED, `${name}.difference.png`), written(difference))
  return `see tmp/looks/${name}.${difference ? 'difference' : 'now'}.png, and \`npm run looks\` if it is meant`
}

/**
 * What a person would see to be otherwise than in the kept picture `name`, in words; undefined when nothing is. A
 * failure leaves the picture as it is now, and what is different, in `tmp/looks`.
 */
export function lookOf(name: string, shot: Buffer): string | undefined {
  const now = reduce(shot)
  const path = join(KEPT, `${name}.png`)
  if (RENEW) {
    writeFileSync(path, written(now))
    return undefined
  }
  if (!existsSync(path)) return `${name} has no kept picture: ${keep(name, now)}`
  const kept = PNG.sync.read(readFileSync(path))
  if (kept.width !== now.width || kept.height !== now.height)
    return `${name} is ${now.width} × ${now.height}, was ${kept.width} × ${kept.height}: ${keep(name, now)}`
  const difference = new PNG({ width: now.width, height: now.height })
  const options = { threshold: 0, includeAA: true, windowSize: SQUARE, ignoreMask: sameIn(kept, now) }
  const most = pixelmatch(kept.data, now.data, difference.data, now.width, now.height, options)
  return most <= CHANGED
    ? undefined
    : `${name} differs in ${most} pixels of a square of ${SQUARE}: ${keep(name, now, difference)}`
}
