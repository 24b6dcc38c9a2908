import { again } from './again.js'

/**
 * Asks for every style of the page until it comes. What loads the code of a part asks for its style once only: if that
 * failed, the part would stand without it when its code comes.
 */
export function keepAskingForStyles(): void {
  const askAgain = ({ target: link }: Event) => {
    if (!(link instanceof HTMLLinkElement) || link.rel !== 'stylesheet') return
    const tries = Number(link.dataset['tries'] ?? 0)
    again(tries, () => {
      const next = link.cloneNode() as HTMLLinkElement
      next.dataset['tries'] = String(tries + 1)
      link.replaceWith(next)
    })
  }
  // errors of links do not rise to the document
  document.addEventListener('error', askAgain, true)
}
