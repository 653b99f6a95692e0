import { ScrollBox, Table } from './table.tsx'

export interface Difference {
  label: string
  theirs: string
  yours: string
}
interface Props {
  words: { title: string; text: string; caption: string; field: string; theirs: string; yours: string }
  differences: readonly Difference[]
}

/** Two people saved the same thing: both versions side by side, nothing is overwritten. */
export const TwoVersions = ({ words, differences }: Props) => (
  <div class="tw-errors" role="alert" aria-labelledby="tw-race">
    <h2 id="tw-race">{words.title}</h2>
    <p>{words.text}</p>
    <ScrollBox label={words.caption}>
      <Table
        caption={words.caption}
        captionHidden
        rows={differences}
        columns={[
          { key: 'field', label: words.field, cell: ({ label }) => label, rowHeader: true },
          { key: 'theirs', label: words.theirs, cell: ({ theirs }) => theirs },
          { key: 'yours', label: words.yours, cell: ({ yours }) => yours },
        ]}
      />
    </ScrollBox>
  </div>
)
