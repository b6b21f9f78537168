// GET /measures/KZ-0007/versions/3/citation.json: how to cite that version, as CSL-JSON.
import { citationFile } from '../citation-file.ts'

export const GET = citationFile('json')
