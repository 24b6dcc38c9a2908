import { exerciseLabel } from '@mcc/contract'
import type { Speech } from '../i18n/language.js'
import { drawBox } from './draw-box.js'
import type { ExportStand } from './table.js'

const SCALE = 2
const MARGIN = 16
const TITLE = 18
const LINE = 13
const FAMILY = "'Inter Variable', Inter, system-ui, sans-serif"

interface Words {
  title: string
  source: string | undefined
  stand: ExportStand
}

/** The lines under the picture: data time, marks, source. */
function pictureLines({ source, stand }: Words, { m, f }: Speech): string[] {
  const { asOf, exercise, past } = stand
  const marks = [
    ...(exercise ? [exerciseLabel(exercise)] : []),
    ...(past === undefined ? [] : [m.exports.pastMark(f.moment(past))]),
  ]
  return [
    [...marks, `${m.exports.asOf} ${f.moment(asOf)}`].join(' · '),
    [m.exports.source, ...(source === undefined ? [] : [source])].join(' · '),
  ]
}

/** A chart or map as it stands on the page, at twice its size, with its title above and its lines below, as PNG. */
export async function pictureOf(box: HTMLElement, words: Words, speech: Speech): Promise<Blob> {
  const tokens = getComputedStyle(document.documentElement)
  const token = (name: string) => tokens.getPropertyValue(name).trim()
  const { width, height } = box.getBoundingClientRect()
  const top = MARGIN + TITLE * 1.6
  const lines = pictureLines(words, speech)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil((width + 2 * MARGIN) * SCALE)
  canvas.height = Math.ceil((top + height + lines.length * LINE * 1.6 + 1.5 * MARGIN) * SCALE)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = token('--ground')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.textBaseline = 'top'
  pen.fillStyle = token('--text')
  pen.font = `600 ${TITLE}px ${FAMILY}`
  pen.fillText(words.title, MARGIN, MARGIN, width)
  await drawBox(pen, box, MARGIN, top)
  pen.font = `400 ${LINE}px ${FAMILY}`
  pen.textBaseline = 'top'
  for (const [i, line] of lines.entries()) {
    const marked = i === 0 && (words.stand.exercise || words.stand.past !== undefined)
    pen.fillStyle = token(marked ? '--text' : '--secondary')
    pen.fillText(line, MARGIN, top + height + MARGIN / 2 + i * LINE * 1.6, width)
  }
  if (words.stand.exercise || words.stand.past !== undefined) {
    pen.strokeStyle = token(words.stand.past === undefined ? '--exercise' : '--past')
    pen.lineWidth = 6
    pen.strokeRect(3, 3, canvas.width / SCALE - 6, canvas.height / SCALE - 6)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png'),
  )
}
