import { AEFI_STAGES, PRODUCTS, type ProductId } from '@mcc/contract'
import { useState } from 'react'
import { Drop, DropPanel } from '../design/drop.js'
import { SearchField } from '../design/search-field.js'
import { Sentence, SentenceDay, SentenceWord } from '../design/sentence.js'
import { Tile } from '../design/tile.js'
import { ExportItems, ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { seriesExport } from '../desk/series-export.js'

function FilterSentence({ set }: { set: boolean }) {
  const { m } = useSpeech()
  const words = m.cases
  const [product, setProduct] = useState<ProductId | undefined>(set ? PRODUCTS[0].id : undefined)
  const [stage, setStage] = useState<(typeof AEFI_STAGES)[number]>()
  const [from, setFrom] = useState(set ? '2021-11-01' : undefined)
  const [q, setQ] = useState(set ? 'FJ5790' : undefined)
  const clear = () => {
    setProduct(undefined)
    setStage(undefined)
    setFrom(undefined)
    setQ(undefined)
  }
  const filtered = [product, stage, from, q].some((part) => part !== undefined)
  return (
    <Sentence
      label={set ? m.gallery.filtersSet : m.gallery.filters}
      clear={filtered ? { word: words.clear, run: clear } : undefined}
    >
      <SentenceWord
        label={m.aefi.product}
        any={words.anyProduct}
        options={PRODUCTS.map((p) => [p.id, p.short] as const)}
        value={product}
        change={setProduct}
      />
      <SentenceWord
        label={words.stageHead}
        any={words.anyStage}
        options={AEFI_STAGES.map((one) => [one, words.stage[one]] as const)}
        value={stage}
        change={setStage}
      />
      <SentenceDay value={from} change={setFrom}>
        {words.from}
      </SentenceDay>
      <SearchField label={words.search} value={q ?? ''} change={setQ} />
    </Sentence>
  )
}

function Fields() {
  const { m } = useSpeech()
  const [empty, setEmpty] = useState<string>()
  const [typed, setTyped] = useState<string | undefined>('da nang')
  return (
    <Tile title={m.gallery.controls}>
      <p className="gallery-row">
        <button type="button" className="button">
          {m.alarms.acknowledge}
        </button>
        <button type="button" className="button button-main">
          {m.alarms.send}
        </button>
        <button type="button" className="link">
          {m.alarms.cancel}
        </button>
      </p>
      <div className="table-controls gallery-below">
        <SearchField label={m.table.search} hint={m.table.searchHint} value={empty ?? ''} change={setEmpty} />
        <SearchField label={m.table.search} value={typed ?? ''} change={setTyped} />
      </div>
    </Tile>
  )
}

const nothing = () => undefined

function Drops() {
  const speech = useSpeech()
  const { m } = speech
  const items = (
    <>
      {(['1h', '6h', '1d'] as const).map((name) => (
        <button key={name} type="button" className="drop-item" role="radio" aria-checked={name === '6h'}>
          {m.times.speeds[name]}
        </button>
      ))}
    </>
  )
  return (
    <Tile title={m.gallery.drops} className="gallery-drops">
      <p className="gallery-row">
        <Drop label={m.times.speed} name={m.times.speed}>
          {() => items}
        </Drop>
        <ExportMenu table={() => seriesExport([], m.figures.series, undefined, speech)} />
      </p>
      <div className="gallery-row gallery-below">
        <DropPanel name={m.times.speed}>{items}</DropPanel>
        <DropPanel name={m.exports.menu}>
          <ExportItems rows picture counted={63} failed={false} press={nothing} />
        </DropPanel>
        <DropPanel name={m.exports.menu}>
          <ExportItems rows picture={false} onRecord failed press={nothing} />
        </DropPanel>
      </div>
    </Tile>
  )
}

/** What one presses, types and chooses in. */
export function ControlsPart() {
  const { m } = useSpeech()
  return (
    <>
      <Fields />
      <Drops />
      <Tile title={m.gallery.filters} className="gallery-wide">
        <FilterSentence set={false} />
        <FilterSentence set />
      </Tile>
    </>
  )
}
