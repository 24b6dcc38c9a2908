import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'

/** Whatever a page shows, picture by picture, until it is stopped; each as the share of it that is nearly white. */
export async function filmWhite(page: Page): Promise<() => Promise<number[]>> {
  const cdp = await page.context().newCDPSession(page)
  const pictures: string[] = []
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data)
    void cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  await cdp.send('Page.startScreencast', { format: 'png', maxWidth: 320, maxHeight: 180 })
  return async () => {
    await cdp.send('Page.stopScreencast')
    return pictures.map((data) => whiteIn(PNG.sync.read(Buffer.from(data, 'base64'))))
  }
}

const NEARLY_WHITE = 200
function whiteIn({ data }: PNG): number {
  let white = 0
  for (let i = 0; i < data.length; i += 4)
    if (Math.min(data[i]!, data[i + 1]!, data[i + 2]!) > NEARLY_WHITE) white += 1
  return white / (data.length / 4)
}
