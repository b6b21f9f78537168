// GET /measures/KZ-0007/versions/3/citation.txt: how to cite that version, as APA.
import { citationFile } from '../citation-file.ts'

export const GET = citationFile('txt')
