/** A view, and the account whose eyes it is seen with (a name of `first-run.json`). */
export interface View {
  name: string
  path: string
  as: 'display' | 'analyst' | 'administrator' | 'director'
  /** What is clicked, when it is there, before the picture is taken. */
  open?: string
}
export interface Screen {
  name: string
  width: number
  height: number
  /** What the address must say of the screen. */
  query?: Record<string, string>
}

const SCENE_NAMES = ['nation', 'map', 'leaders', 'burn-up', 'allocation', 'aefi', 'quality', 'alarms']
export const SCENES: readonly View[] = SCENE_NAMES.map((name, at) => ({
  name,
  path: `/wall/main?hold=yes&scene=${at + 1}`,
  as: 'display',
}))

const analyst = (name: string, path: string): View => ({ name, path, as: 'analyst' })
const administrator = (name: string, path: string): View => ({ name, path, as: 'administrator' })
export const DESKS: readonly View[] = [
  analyst('national', '/'),
  analyst('national-chosen', '/?province=46&sort=coverageFull&dir=asc'),
  analyst('province-01', '/province/01'),
  analyst('province-48', '/province/48'),
  analyst('province-79', '/province/79'),
  analyst('aefi', '/aefi'),
  { ...analyst('case', '/aefi'), open: '[data-case]' },
  analyst('allocation', '/allocation'),
  administrator('walls', '/walls'),
  administrator('quality', '/quality'),
  administrator('sources', '/sources'),
  administrator('admin-accounts', '/admin/accounts'),
  { ...administrator('admin-new-account', '/admin/accounts'), open: 'main .button-main' },
  administrator('admin-displays', '/admin/displays'),
  administrator('admin-keys', '/admin/keys'),
  administrator('admin-audit', '/admin/audit'),
  administrator('admin-verification', '/admin/verification'),
  analyst('design', '/design'),
  analyst('sign-in', '/sign-in'),
]
export const DIRECTOR: View = { name: 'director', path: '/province/01', as: 'director' }

export const WALL_SCREENS: readonly Screen[] = [
  { name: '1080', width: 1920, height: 1080 },
  { name: '4k', width: 3840, height: 2160, query: { screen: '65', distance: '5' } },
  { name: '1080-near', width: 1920, height: 1080, query: { screen: '98', distance: '5' } },
  { name: '1080-far', width: 1920, height: 1080, query: { screen: '55', distance: '5' } },
]
export const DESK: Screen = { name: '1440', width: 1440, height: 900 }
export const WIDE_DESK: Screen = { name: '1920', width: 1920, height: 1080 }
/** 4K without enlargement; its pictures are large, so only some views are taken. */
export const BIG_DESK: Screen = { name: '4k', width: 3840, height: 2160 }
export const ON_BIG_DESK = ['national', 'province-01', 'aefi', 'quality', 'admin-audit', 'sign-in']
export const PHONE: Screen = { name: '390', width: 390, height: 844 }

/** How eyes see that tell colours less apart; what the browser can show as they see it. */
export const SIGHTS = ['deuteranopia', 'protanopia', 'tritanopia', 'achromatopsia'] as const
