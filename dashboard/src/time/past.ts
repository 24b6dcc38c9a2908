import { askPast } from './ask-past.js'
import { PastStore } from './past-store.js'

/** The page's one reader of the past; it asks for nothing while the page is live. */
export const past = new PastStore(askPast)
