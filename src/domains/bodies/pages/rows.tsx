import { useTexts, type SayOf } from '#platform/texts/texts.ts'
import { CheckboxField, SelectField, type Option } from '#ui/choice-fields.tsx'
import { FieldRow, HiddenField, type FormState } from '#ui/form.tsx'
import { Rows, type RowField } from '#ui/rows.tsx'
import { SuggestField } from '#ui/suggest-field.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { relationKinds, seatKinds, seatRoles, taskModes } from '../model/body.ts'
import { texts } from '../texts/index.ts'

export type Counts = Record<'tasks' | 'seats' | 'relations', number>
/** The id of the list of actors that the seats suggest. */
export const actorList = 'einrichtungen'

interface Props extends FormState {
  count: number
  action: { path: string }
}

const wordsOf = (t: SayOf<typeof texts>, group: keyof Counts) => ({
  add: t(`row.add.${group}`),
  row: (place: number) => t(`row.${group}`, { place: String(place) }),
  up: (place: number) => t(`row.up.${group}`, { place: String(place) }),
  down: (place: number) => t(`row.down.${group}`, { place: String(place) }),
  remove: (place: number) => t(`row.remove.${group}`, { place: String(place) }),
})

/** The tasks in their order. */
export function TaskRows(props: Props) {
  const t = useTexts(texts)
  return (
    <Rows
      name="tasks"
      ordered
      words={wordsOf(t, 'tasks')}
      {...props}
      row={(field) => (
        <>
          <TextArea label={<span class="tw-sr">{t('form.text')}</span>} rows={2} {...field('text')} />
          <SelectField
            label={t('form.mode')}
            options={taskModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            empty={false}
            {...field('mode')}
          />
        </>
      )}
    />
  )
}

/** The seats in their order. */
export function SeatRows({ bodies, ...props }: Props & { bodies: readonly Option[] }) {
  const t = useTexts(texts)
  return (
    <Rows
      name="seats"
      ordered
      words={wordsOf(t, 'seats')}
      {...props}
      summary={(place) => summaryOf(t, props.values, place)}
      row={(field) => <Seat field={field} bodies={bodies} />}
    />
  )
}

/** What a folded seat says: what it is called, how many, its role. A seat without a name is not folded. */
function summaryOf(t: SayOf<typeof texts>, values: FormState['values'], place: number): string {
  const text = (field: string) => String(values[`seats-${place}-${field}`] ?? '')
  if (text('label') === '') return ''
  const role = text('role') === '' ? '' : ` · ${t.dynamic(`role.${text('role')}`)}`
  return `${text('count') === '1' ? '' : `${text('count')} × `}${text('label')}${role}`
}

function Seat({ field, bodies }: { field: RowField; bodies: readonly Option[] }) {
  const t = useTexts(texts)
  const { name, values } = field('id')
  return (
    <>
      <HiddenField name={name} value={String(values[name] ?? '')} />
      <FieldRow>
        <SelectField
          label={t('form.kind')}
          options={seatKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          empty={false}
          {...field('kind')}
        />
        <SelectField
          label={t('form.role')}
          options={seatRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          empty={t('form.role.none')}
          {...field('role')}
        />
      </FieldRow>
      <TextField label={t('form.label')} hint={t('form.label.hint')} {...field('label')} />
      <FieldRow>
        <TextField label={t('form.count')} inputmode="numeric" dir="ltr" short {...field('count')} />
        <CheckboxField label={t('form.hasVote')} {...field('hasVote')} />
      </FieldRow>
      <FieldRow>
        <SuggestField
          label={t('form.actorName')}
          hint={t('form.actorName.hint')}
          list={actorList}
          {...field('actorName')}
          optional
        />
        <SelectField label={t('form.delegateBodyId')} options={bodies} {...field('delegateBodyId')} optional />
      </FieldRow>
      <TextField label={t('form.personName')} hint={t('form.personName.hint')} {...field('personName')} optional />
      <CheckboxField label={t('form.isPersonPublic')} {...field('isPersonPublic')} />
    </>
  )
}

/** What the body is tied to; the order says nothing. */
export function RelationRows({ bodies, ...props }: Props & { bodies: readonly Option[] }) {
  const t = useTexts(texts)
  return (
    <Rows
      name="relations"
      words={wordsOf(t, 'relations')}
      {...props}
      row={(field) => (
        <FieldRow>
          <SelectField
            label={t('form.relation')}
            options={relationKinds.map((value) => ({ value, label: t(`relation.${value}`) }))}
            empty={false}
            {...field('kind')}
          />
          <SelectField label={t('form.otherId')} options={bodies} {...field('otherId')} />
        </FieldRow>
      )}
    />
  )
}
