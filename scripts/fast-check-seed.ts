// Property tests roam with a new seed at every run, but where a change is judged: there all runs look at the same values.
import fc from 'fast-check'

if (process.env.CI) fc.configureGlobal({ seed: 20_261_124 })
