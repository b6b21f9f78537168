'use client'
// The values of the form as they are now, for what is computed from them. It lags behind typing when the machine is busy, never the other way round.
import { useDeferredValue } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Draft } from './fields.ts'

export function useDraft(): Draft {
  const { control } = useFormContext<Draft>()
  return useDeferredValue(useWatch({ control }) as Draft)
}
