// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { lineIsBack } from '../rest/again.js'
import { blankPage, drawnUntil } from '../testing/blank-page.js'
import { serve } from '../testing/serve.js'
import { useShapes } from './use-shapes.js'

const MAP = JSON.stringify({
  type: 'Topology',
  arcs: [
    [
      [105, 21],
      [106, 21],
      [106, 22],
      [105, 21],
    ],
  ],
  objects: {
    provinces: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: '01', arcs: [[0]] }] },
  },
})
/** What a server that comes up may say before it has its map. */
const answers = [
  { status: 500, body: '' },
  { status: 404, body: '' },
  { status: 200, body: '{}' },
  { status: 200, body: MAP },
]
let asked = 0
serve((_request, response) => {
  const { status, body } = answers[asked++]!
  response.writeHead(status).end(body)
})
const { host, render } = blankPage()

function Said() {
  const shapes = useShapes('provinces')
  return <p>{shapes === 'failed' ? 'failed' : shapes?.features.map(({ properties }) => properties.code)}</p>
}

it('says that the map failed, whatever was answered in its place, and draws it once it comes', async () => {
  render(<Said />)
  expect(host.textContent).toBe('')
  for (const tries of [1, 2, 3]) {
    await drawnUntil(() => asked === tries && host.textContent === 'failed')
    lineIsBack()
  }
  await drawnUntil(() => host.textContent === '01')
})
