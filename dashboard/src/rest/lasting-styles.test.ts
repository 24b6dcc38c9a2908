// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { lineIsBack } from './again.js'
import { keepAskingForStyles } from './lasting-styles.js'

it('asks for a style anew whenever it did not come, in the same place', () => {
  // nothing is fetched here: the page says itself what failed
  const { happyDOM } = window as unknown as { happyDOM: { settings: Record<string, boolean> } }
  happyDOM.settings['handleDisabledFileLoadingAsSuccess'] = true
  keepAskingForStyles()
  document.head.innerHTML = '<link rel="stylesheet" href="part.css"><meta name="after">'
  const link = () => document.querySelector('link')!
  for (const tries of ['1', '2']) {
    const lost = link()
    lost.dispatchEvent(new Event('error'))
    lineIsBack()
    expect(link()).not.toBe(lost)
    expect([link().getAttribute('href'), link().dataset['tries']]).toEqual(['part.css', tries])
  }
  expect(document.head.children).toHaveLength(2)
})
