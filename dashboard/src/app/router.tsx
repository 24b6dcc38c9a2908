import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ExerciseFrame } from '../design/exercise-frame.js'
import { LanguageProvider } from '../i18n/language.js'
import { PastFrame } from '../time/past-frame.js'
import { Page } from './page.js'
import {
  aefiSearch,
  allocationSearch,
  deskSearch,
  pageSearch,
  parseSearch,
  stringifySearch,
  wallSearch,
} from './search.js'

const DeskPage = lazy(async () => ({ default: (await import('../desk/desk-page.js')).DeskPage }))
const WallPage = lazy(async () => ({ default: (await import('../wall/wall-page.js')).WallPage }))
const GalleryPage = lazy(async () => ({
  default: (await import('../gallery/gallery-page.js')).GalleryPage,
}))
const ProvincePage = lazy(async () => ({
  default: (await import('../province/province-page.js')).ProvincePage,
}))
const PlaylistsPage = lazy(async () => ({
  default: (await import('../playlists/playlists-page.js')).PlaylistsPage,
}))
const AllocationPage = lazy(async () => ({
  default: (await import('../allocation/allocation-page.js')).AllocationPage,
}))
const AefiPage = lazy(async () => ({ default: (await import('../aefi/aefi-page.js')).AefiPage }))
const CasePage = lazy(async () => ({ default: (await import('../aefi/case-page.js')).CasePage }))
const SignInPage = lazy(async () => ({ default: (await import('../sign-in/sign-in-page.js')).SignInPage }))

function Root() {
  const { lang = 'vi', theme } = rootRoute.useSearch()
  return (
    <LanguageProvider language={lang}>
      <Page theme={theme}>
        <ExerciseFrame>
          <PastFrame>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </PastFrame>
        </ExerciseFrame>
      </Page>
    </LanguageProvider>
  )
}

const rootRoute = createRootRoute({ component: Root, validateSearch: (s) => pageSearch.parse(s) })
const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: DeskPage,
  validateSearch: (s) => deskSearch.parse(s),
})
const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wall/$playlist',
  component: WallPage,
  validateSearch: (s) => wallSearch.parse(s),
})
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInPage,
})

const provinceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/province/$code',
  component: ProvincePage,
})
const playlistsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/walls',
  component: PlaylistsPage,
})
const allocationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/allocation',
  component: AllocationPage,
  validateSearch: (s) => allocationSearch.parse(s),
})
const aefiRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aefi',
  component: AefiPage,
  validateSearch: (s) => aefiSearch.parse(s),
})
const caseRoute = createRoute({
  getParentRoute: () => aefiRoute,
  path: '/$key',
  component: CasePage,
})
const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: GalleryPage,
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    deskRoute,
    wallRoute,
    signInRoute,
    provinceRoute,
    allocationRoute,
    playlistsRoute,
    aefiRoute.addChildren([caseRoute]),
    galleryRoute,
  ]),
  parseSearch,
  stringifySearch,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
