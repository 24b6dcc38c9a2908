export { boundaries, type Boundaries, type BoundaryLevel } from './serve/boundaries.js'
