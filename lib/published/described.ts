// A schema with what it means in words for people, and an example: what the description of the API says of each member and parameter. Pure.
import type { z } from '#lib/system/zod.ts'

export const described = <T extends z.ZodType>(schema: T, description: string, example?: unknown): T =>
  schema.meta({ description, ...(example === undefined ? {} : { example }) }) as T
