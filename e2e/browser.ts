import type { Page } from 'playwright-core'

/** A page says within 10 s that it hears nothing; a busy machine sees that later than it happens. */
export const SAID_LOST_MS = 13_000

export { launchBrowser } from '@mcc/bench/browser'

/** The raw value behind a figure on the screen, as the page wrote it. */
export const valueOf = (page: Page, testId: string): Promise<string | null> =>
  page.locator(`[data-testid="${testId}"]`).first().getAttribute('data-value')

/** `live`, `degraded` or `lost`, as the page shows it. */
export const connectionOf = (page: Page): Promise<string | null> =>
  page.locator('[data-testid="connection"]').first().getAttribute('data-state')

/** Hours and minutes in Việt Nam, as a screen says them; `time` in epoch ms. */
export const clockOf = (time: number) =>
  new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  }).format(time)
