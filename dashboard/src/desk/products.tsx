import {
  isNumber,
  PRODUCTS,
  type Product,
  type ProductId,
  type ProductSummary,
  type UnitCode,
} from '@mcc/contract'
import { ExportMenu } from '../exports/export-menu.js'
import { Tile } from '../design/tile.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { productsExport } from './products-export.js'

interface Props {
  products: Record<ProductId, ProductSummary>
  code: UnitCode | undefined
}

function SupplyBar({ summary, most, colour }: { summary: ProductSummary; most: number; colour: string }) {
  const share = (n: number | undefined) => (most === 0 ? 0 : (Math.max(0, n ?? 0) / most) * 100)
  return (
    <div className="supply-bar" aria-hidden="true">
      {share(numberOf(summary.received)) > 0 && (
        <span className="supply-received" style={{ width: `${share(numberOf(summary.received))}%` }} />
      )}
      <span
        className="supply-given"
        style={{ width: `${share(numberOf(summary.given))}%`, background: colour }}
      />
    </div>
  )
}

function ProductLine({
  product,
  summary,
  most,
}: {
  product: Product
  summary: ProductSummary
  most: number
}) {
  const { m, f } = useSpeech()
  const over = isNumber(summary.left) && summary.left < 0
  const testId = (part: string) => `product-${product.id}-${part}`
  return (
    <tr>
      <th scope="row">
        <span className="swatch" style={{ background: product.colour }} aria-hidden="true" />
        {product.short}
      </th>
      <td className="supply-cell wide-only">
        <SupplyBar summary={summary} most={most} colour={product.colour} />
      </td>
      <td>
        <FigureText figure={summary.received} format={f.count} testId={testId('received')} />
      </td>
      <td>
        <FigureText figure={summary.given} format={f.count} testId={testId('given')} />
      </td>
      <td title={over ? m.products.overdrawn : undefined}>
        <FigureText figure={summary.left} format={f.count} testId={testId('left')} />
        {over && <span className="visually-hidden">{m.products.overdrawn}</span>}
      </td>
    </tr>
  )
}

/** Received, given, left of each product. The frame of a bar is what came in, the filling what was given. */
export function Products({ products, code }: Props) {
  const speech = useSpeech()
  const { m, language } = speech
  const most = Math.max(
    0,
    ...PRODUCTS.flatMap((p) => [numberOf(products[p.id].received) ?? 0, numberOf(products[p.id].given) ?? 0]),
  )
  const place = code === undefined ? m.nation : unitName(code, language)
  const title = `${m.products.title}, ${place}`
  const save = <ExportMenu table={() => productsExport(products, title, code, speech)} />
  return (
    <Tile title={title} className="desk-products" aside={save}>
      <table className="figures products">
        <thead>
          <tr>
            <th scope="col">{m.products.product}</th>
            <th scope="col" className="wide-only" aria-hidden="true" />
            <th scope="col">{m.figures.received}</th>
            <th scope="col">{m.allocation.given}</th>
            <th scope="col">{m.figures.left}</th>
          </tr>
        </thead>
        <tbody>
          {PRODUCTS.map((product) => (
            <ProductLine key={product.id} product={product} summary={products[product.id]} most={most} />
          ))}
        </tbody>
      </table>
    </Tile>
  )
}
