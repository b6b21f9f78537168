// GET /downloads/measures.jsonl: all measures that the filter of /measures asks for, as JSON Lines.
import { download } from '../answer.ts'

export const GET = download('jsonl')
