// GET /downloads/measures.csv: all measures that the filter of /measures asks for, as CSV.
import { download } from '../answer.ts'

export const GET = download('csv')
