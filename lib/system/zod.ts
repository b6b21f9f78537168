// The one place that zod comes from: its JIT probes `new Function`, which a CSP without 'unsafe-eval' refuses.
import { z } from 'zod'

z.config({ jitless: true })

export { z }
