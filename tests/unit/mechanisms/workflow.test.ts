import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { defineWorkflow, transitionsFrom } from '@/src/mechanisms/workflow/defineWorkflow'

const label = { ru: 'Состояние', en: 'State' }
const state = { label, tone: 'run' as const }
const move = (from: string[], to: string) => ({ label, from, to, by: ['manager' as const], event: 'order.started' as const })

describe('defineWorkflow', () => {
  it('refuses a transition to a state that is not declared', () => {
    expect(() =>
      defineWorkflow({ entity: 'things', initial: ['a'], states: { a: state }, transitions: { go: move(['a'], 'b') } }),
    ).toThrow('unknown states b')
  })

  it('refuses a state that no way leads to', () => {
    expect(() =>
      defineWorkflow({
        entity: 'things',
        initial: ['a'],
        states: { a: state, b: state, c: state },
        transitions: { go: move(['a'], 'b'), never: move(['c'], 'b') },
      }),
    ).toThrow('unreachable states c')
  })

  it('offers to a role only what is declared for it from here', () => {
    expect(transitionsFrom(orderWorkflow, 'submitted', 'client')).toEqual(['withdraw'])
    expect(transitionsFrom(orderWorkflow, 'confirmed', 'client')).toEqual([])
    expect(transitionsFrom(orderWorkflow, 'shipped', 'manager')).toEqual(['close'])
    expect(transitionsFrom(orderWorkflow, 'closed', 'manager')).toEqual([])
  })

  it('[GOAL-02] every walk along the order’s transitions stays inside its states', () => {
    const names = Object.keys(orderWorkflow.transitions)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 30 }), (walk) => {
        let current = orderWorkflow.initial[0] ?? ''
        for (const name of walk) {
          const transition = orderWorkflow.transitions[name]
          if (transition?.from.includes(current)) current = transition.to
        }
        return current in orderWorkflow.states
      }),
    )
  })
})
