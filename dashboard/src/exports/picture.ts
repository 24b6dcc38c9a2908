import { exerciseLabel } from '@mcc/contract'
import type { Speech } from '../i18n/language.js'
import { drawBox } from './draw-box.js'
import type { ExportStand } from './table.js'
import { wrapped } from './wrap.js'

const SCALE = 2
const MARGIN = 16
const TITLE = 18
const LINE = 13
const LEADING = 1.6
const FAMILY = "'Inter Variable', Inter, system-ui, sans-serif"

interface Words {
  title: string
  source: string | undefined
  stand: ExportStand
}

interface Line {
  text: string
  /** Says that the figures are of an exercise or of the past. */
  marked: boolean
}

/** What stands under the picture: data time with the marks, and the source. */
function notesOf({ source, stand }: Words, { m, f }: Speech): Line[] {
  const { asOf, exercise, past } = stand
  const marks = [
    ...(exercise ? [exerciseLabel(exercise)] : []),
    ...(past === undefined ? [] : [m.exports.pastMark(f.moment(past))]),
  ]
  return [
    { text: [...marks, `${m.exports.asOf} ${f.moment(asOf)}`].join(' · '), marked: marks.length > 0 },
    { text: [m.exports.source, ...(source === undefined ? [] : [source])].join(' · '), marked: false },
  ]
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const titleFont = `600 ${TITLE}px ${FAMILY}`
const noteFont = `400 ${LINE}px ${FAMILY}`

/** The frame that no cropping by accident leaves away. */
function drawFrame(pen: CanvasRenderingContext2D, colour: string, width: number, height: number): void {
  pen.strokeStyle = colour
  pen.lineWidth = 6
  pen.strokeRect(3, 3, width - 6, height - 6)
}

/** Title and notes broken to the width of the picture. */
function linesOf(pen: CanvasRenderingContext2D, words: Words, speech: Speech, width: number) {
  const measure = (text: string) => pen.measureText(text).width
  pen.font = titleFont
  const title = wrapped(words.title, width, measure)
  pen.font = noteFont
  const notes = notesOf(words, speech).flatMap(({ text, marked }) =>
    wrapped(text, width, measure).map((line) => ({ text: line, marked })),
  )
  return { title, notes }
}

/** A chart or map as it stands on the page, at twice its size, with its title above and its lines below, as PNG. */
export async function pictureOf(box: HTMLElement, words: Words, speech: Speech): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  const inner = box.getBoundingClientRect()
  const { title, notes } = linesOf(pen, words, speech, inner.width)
  const top = MARGIN + title.length * TITLE * LEADING
  const below = top + inner.height + MARGIN / 2
  const width = inner.width + 2 * MARGIN
  const height = below + notes.length * LINE * LEADING + MARGIN
  canvas.width = Math.ceil(width * SCALE)
  canvas.height = Math.ceil(height * SCALE)
  pen.scale(SCALE, SCALE)
  pen.fillStyle = token('--ground')
  pen.fillRect(0, 0, width + 1, height + 1)
  pen.textBaseline = 'top'
  pen.fillStyle = token('--text')
  pen.font = titleFont
  for (const [i, line] of title.entries()) pen.fillText(line, MARGIN, MARGIN + i * TITLE * LEADING)
  await drawBox(pen, box, MARGIN, top)
  pen.font = noteFont
  pen.textBaseline = 'top'
  for (const [i, { text, marked }] of notes.entries()) {
    pen.fillStyle = token(marked ? '--text' : '--secondary')
    pen.fillText(text, MARGIN, below + i * LINE * LEADING)
  }
  const { exercise, past } = words.stand
  if (exercise || past !== undefined)
    drawFrame(pen, token(past === undefined ? '--exercise' : '--past'), width, height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png'),
  )
}
