import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import type { PayloadRequest } from 'payload'
import { anonymous, type Actor } from '@/src/mechanisms/access/actor'
import type { Role } from '@/src/mechanisms/access/roles'
import { defineWorkflow } from '@/src/mechanisms/workflow/defineWorkflow'
import { transitionsFor } from '@/src/mechanisms/workflow/transition'

const label = { ru: 'Состояние', en: 'State' }
const state = { label, tone: 'run' as const }
const move = (from: string[], to: string) => ({
  label,
  from,
  to,
  by: ['manager' as const],
  event: 'order.started' as const,
})

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

  it('refuses a time that ends with a way which does not begin there', () => {
    const timed = { ...state, deadline: { field: 'until', then: 'back' } }
    expect(() =>
      defineWorkflow({
        entity: 'things',
        initial: ['a'],
        states: { a: timed, b: state },
        transitions: { go: move(['a'], 'b'), back: move(['b'], 'a') },
      }),
    ).toThrow('back does not lead out of a')
  })

  it('offers to a role only what is declared for it from here', async () => {
    const company = 'c'
    const held = new Map([[company, new Set(['orders.create'])]])
    const ways = (status: string, role: Role, memberships: Actor['memberships'] = held): Promise<string[]> =>
      transitionsFor(orderWorkflow, {
        req: {} as PayloadRequest, // asked for a partner alone
        actor: { ...anonymous, role, collection: role === 'client' ? 'users' : 'staff', id: 'p', memberships },
        row: { status, company_id: company },
      })
    expect(await ways('submitted', 'client')).toEqual(['withdraw'])
    expect(await ways('submitted', 'client', new Map([[company, new Set(['orders.read'])]]))).toEqual([])
    expect(await ways('confirmed', 'client')).toEqual([])
    expect(await ways('shipped', 'manager')).toEqual(['close'])
    expect(await ways('closed', 'manager')).toEqual([])
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
