// The parts of zod that this program uses. Named one by one, because a bundler keeps what is named: asked for as a whole, zod brings the
// error messages of forty languages into every page that has a form.

export type { infer, input, output, ZodArray, ZodObject, ZodType } from 'zod'
export {
  array,
  boolean,
  coerce,
  config,
  discriminatedUnion,
  email,
  enum,
  int,
  iso,
  literal,
  looseObject,
  object,
  preprocess,
  record,
  strictObject,
  string,
  union,
  unknown,
  url,
} from 'zod'
