'use client'
// Whether React has taken over the page: until then a form stays disabled, because hydration writes default values over what was typed before.
import { useSyncExternalStore } from 'react'

const never = () => () => {}

export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
