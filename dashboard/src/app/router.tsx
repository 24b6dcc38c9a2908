import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Awaited } from '../design/awaited.js'
import { ExerciseFrame } from '../design/exercise-frame.js'
import { LanguageProvider } from '../i18n/language.js'
import { lasting } from '../rest/lasting.js'
import { PastFrame } from '../time/past-frame.js'
import { Page } from './page.js'
import {
  adminSearch,
  aefiSearch,
  allocationSearch,
  deskSearch,
  gallerySearch,
  pageSearch,
  provinceSearch,
  parseSearch,
  signInSearch,
  qualitySearch,
  sourcesSearch,
  stringifySearch,
  wallSearch,
} from './search.js'

const DeskPage = lazy(lasting(async () => ({ default: (await import('../desk/desk-page.js')).DeskPage })))
const WallPage = lazy(lasting(async () => ({ default: (await import('../wall/wall-page.js')).WallPage })))
const GalleryPage = lazy(
  lasting(async () => ({
    default: (await import('../gallery/gallery-page.js')).GalleryPage,
  })),
)
const ProvincePage = lazy(
  lasting(async () => ({
    default: (await import('../province/province-page.js')).ProvincePage,
  })),
)
const PlaylistsPage = lazy(
  lasting(async () => ({
    default: (await import('../playlists/playlists-page.js')).PlaylistsPage,
  })),
)
const AdminPage = lazy(
  lasting(async () => ({ default: (await import('../administration/admin-page.js')).AdminPage })),
)
const AllocationPage = lazy(
  lasting(async () => ({
    default: (await import('../allocation/allocation-page.js')).AllocationPage,
  })),
)
const AefiPage = lazy(lasting(async () => ({ default: (await import('../aefi/aefi-page.js')).AefiPage })))
const CasePage = lazy(lasting(async () => ({ default: (await import('../aefi/case-page.js')).CasePage })))
const QualityPage = lazy(
  lasting(async () => ({ default: (await import('../quality/quality-page.js')).QualityPage })),
)
const SourcesPage = lazy(
  lasting(async () => ({ default: (await import('../sources/sources-page.js')).SourcesPage })),
)
const SignInPage = lazy(
  lasting(async () => ({ default: (await import('../sign-in/sign-in-page.js')).SignInPage })),
)

function Root() {
  const { lang = 'vi', theme } = rootRoute.useSearch()
  return (
    <Suspense fallback={null}>
      <LanguageProvider language={lang}>
        <Page theme={theme}>
          <ExerciseFrame>
            <PastFrame>
              <Suspense fallback={<Awaited />}>
                <Outlet />
              </Suspense>
            </PastFrame>
          </ExerciseFrame>
        </Page>
      </LanguageProvider>
    </Suspense>
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
  validateSearch: (s) => signInSearch.parse(s),
})

const provinceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/province/$code',
  component: ProvincePage,
  validateSearch: (s) => provinceSearch.parse(s),
})
const playlistsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/walls',
  component: PlaylistsPage,
})
const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  component: AdminPage,
  validateSearch: (s) => adminSearch.parse(s),
})
/** A part of the administration; the page above shows it. */
const adminPartRoute = createRoute({ getParentRoute: () => adminRoute, path: '/$part' })
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
const qualityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quality',
  component: QualityPage,
  validateSearch: (s) => qualitySearch.parse(s),
})
const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  component: SourcesPage,
  validateSearch: (s) => sourcesSearch.parse(s),
})
const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: GalleryPage,
  validateSearch: (s) => gallerySearch.parse(s),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    deskRoute,
    wallRoute,
    signInRoute,
    provinceRoute,
    allocationRoute,
    playlistsRoute,
    adminRoute.addChildren([adminPartRoute]),
    aefiRoute.addChildren([caseRoute]),
    qualityRoute,
    sourcesRoute,
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
