import type { facilities as vi } from '../vi/facilities.js'

export const facilities: typeof vi = {
  title: 'Facilities',
  name: 'Facility',
  find: 'Find a facility or a district',
  noLines: 'This account may not see the facilities of this province.',
  failed: 'The facilities could not be loaded.',
  empty: 'No facility is registered in this province yet.',
  noMatch: 'No facility matches.',
  shown: (from, to, all) => `${from}–${to} of ${all} facilities`,
  before: 'Page before',
  after: 'Next page',
  closed: 'closed',
  map: 'Districts (schematic map)',
  mapLabel: 'Schematic map of doses by district. The table of districts has the same figures.',
  mapLegend: 'Doses given; borders are schematic, not administrative',
  kinds: {
    'commune-station': 'commune health station',
    'district-centre': 'district health centre',
    hospital: 'hospital',
    mobile: 'mobile team',
    'mass-site': 'mass vaccination site',
    other: 'other kind',
  },
}
