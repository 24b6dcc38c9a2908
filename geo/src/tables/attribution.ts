/** Said on every map that shows the built boundaries; the licence asks for it. */
export const BUILT_MAP_ATTRIBUTION = {
  vi: 'Ranh giới: Stephen Truong, Victor Cazanave (svg-maps), CC BY 4.0, có chỉnh sửa',
  en: 'Boundaries: Stephen Truong, Victor Cazanave (svg-maps), CC BY 4.0, modified',
  url: 'https://github.com/VictorCazanave/svg-maps/tree/master/packages/vietnam',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
} as const
