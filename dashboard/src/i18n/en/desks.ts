import type { desks as source } from '../vi/desks.js'

export const desks: typeof source = {
  pages: 'Pages',
  aefi: 'AEFI',
  allocation: 'Allocation',
  five: {
    today: 'Doses today',
    atLeastOne: '≥ 1 dose, % of people',
    completed: 'Primary series, % of people',
    pace: 'Doses a day, last 7 days',
    aefi: 'Adverse event cases',
  },
  signOut: (name) => `Sign out (${name})`,
  allocated: {
    question: 'Vaccine allocated',
    byProduct: 'By product',
    byUnit: 'By province',
    decisions: 'Allocation decisions',
    utilisation: 'Used %',
    doses: 'Doses',
    number: 'Decision',
    round: 'Round',
    findDecision: 'Find a decision',
    noDecision: 'No decision matches.',
    warnings: 'To be reconciled',
    overGiven: (name, given, received) =>
      `${name}: ${given} doses given, more than the ${received} recorded as received.`,
    overReceived: (name, received, allocated) =>
      `${name}: ${received} doses received, more than the ${allocated} allocated.`,
    noWarning: 'What was allocated, received and given does not contradict itself.',
    fair: 'Low use may mean that vaccine has only just arrived; above 100% more was given than is recorded as received. Do not rank provinces by this column alone.',
  },
}
