// The one place that zod comes from: its JIT probes `new Function`, which the CSP of a page refuses; on a server it reads faster.
import * as z from './zod-parts.ts'

z.config({ jitless: typeof window !== 'undefined' })

export { z }
