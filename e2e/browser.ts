import { type Browser, chromium, type Page } from 'playwright-core'

/** The system's Chromium, with everything off that would call home. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** The raw value behind a figure on the screen, as the page wrote it. */
export const valueOf = (page: Page, testId: string): Promise<string | null> =>
  page.locator(`[data-testid="${testId}"]`).first().getAttribute('data-value')

/** `live`, `degraded` or `lost`, as the page shows it. */
export const connectionOf = (page: Page): Promise<string | null> =>
  page.locator('[data-testid="connection"]').first().getAttribute('data-state')
