import { HiddenField } from '#ui/form.tsx'
import { keptAsText, keptField, type KeptForm } from '../model/kept.ts'

/** Where to go after signing in, and what was typed before: travels through each of these forms. */
export const WayFields = ({ next, kept }: { next?: string | undefined; kept?: KeptForm | undefined }) => (
  <>
    {next && <HiddenField name="weiter" value={next} />}
    {kept && <HiddenField name={keptField} value={keptAsText(kept)} />}
  </>
)
