import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { SelectField } from '#ui/choice-fields.tsx'
import { FieldRow, FormPart } from '#ui/form.tsx'
import { Badge } from '#ui/marks.tsx'
import { Facts, Note, Section, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { TextField } from '#ui/text-fields.tsx'
import { formatDate } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import { legalNumbers, ownSource, type LegalRules } from '../model/legal/legal.ts'
import type { Holiday } from '../model/legal/holidays.ts'
import { quorums, tieRules, type Authority, type Valued } from '../model/legal/profile.ts'
import { texts } from '../texts/index.ts'
import { StepFormFrame, StepShell, type StepForm } from './step-page.tsx'

interface LegalProps extends StepForm {
  rules: LegalRules
  /** As the profile says it, without what the municipality has set. */
  profile: LegalRules
  hasProfile: boolean
  stateName: string
  year: number
  holidays: Holiday[]
}

/** What the law of the state says, how sure that is, and what this municipality sets for itself. */
export function LegalPage({ rules, profile, hasProfile, stateName, year, holidays, ...form }: LegalProps) {
  const t = useTexts(texts)
  const state = { values: form.values, errors: form.errors }
  const given = (value: Valued<number>) =>
    value.value === null ? t('legal.nothing') : t('legal.given', { value: t('legal.days', { count: value.value }) })
  const word = (value: Valued<string>, prefix: string) =>
    value.value === null ? t('legal.nothing') : t('legal.given', { value: t.dynamic(`${prefix}.${value.value}`) })
  return (
    <StepShell
      step="legal"
      {...form}
      side={
        <>
          <SidePart title={t('settings.goodToKnow')}>
            <p class="tw-small">{t('step.legal.hint')}</p>
          </SidePart>
          <Holidays year={year} holidays={holidays} value={rules.holidays} />
        </>
      }
    >
      <Note tone={hasProfile ? 'info' : 'warn'}>
        <p>{hasProfile ? t('legal.profile', { state: stateName }) : t('legal.noProfile', { state: stateName })}</p>
      </Note>
      <LegalValues rules={rules} />
      <StepFormFrame step="legal" fingerprint={form.fingerprint}>
        <FormPart id="teil-abweichung" title={t('legal.own')} lead={t('legal.own.lead')}>
          <FieldRow>
            {legalNumbers.map((key) => (
              <TextField
                name={key}
                label={t(`legal.${key}`)}
                hint={given(profile[key])}
                short
                inputmode="numeric"
                dir="ltr"
                {...state}
                optional
              />
            ))}
          </FieldRow>
          <SelectField
            name="quorum"
            label={t('legal.quorum')}
            hint={word(profile.quorum, 'quorum')}
            empty={t('legal.asProfile')}
            options={quorums.map((value) => ({ value, label: t(`quorum.${value}`) }))}
            {...state}
            optional
          />
          <SelectField
            name="tie"
            label={t('legal.tie')}
            hint={word(profile.tie, 'tie')}
            empty={t('legal.asProfile')}
            options={tieRules.map((value) => ({ value, label: t(`tie.${value}`) }))}
            {...state}
            optional
          />
        </FormPart>
      </StepFormFrame>
    </StepShell>
  )
}

function LegalValues({ rules }: { rules: LegalRules }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { organs, migrantCouncil: council, quorum, tie } = rules
  return (
    <Section id="teil-werte" title={t('legal.values')} flush>
      <ul class="tw-values">
        <Row label={t('legal.organs')} value={organs}>
          {organs.value && (
            <span lang="de">{[organs.value.council, organs.value.head, organs.value.authority].join(' · ')}</span>
          )}
        </Row>
        {legalNumbers.map((key) => (
          <Row label={t(`legal.${key}`)} value={rules[key]}>
            {rules[key].value !== null && t('legal.days', { count: rules[key].value })}
          </Row>
        ))}
        <Row label={t('legal.quorum')} value={quorum}>
          {quorum.value && t(`quorum.${quorum.value}`)}
        </Row>
        <Row label={t('legal.tie')} value={tie}>
          {tie.value && t(`tie.${tie.value}`)}
        </Row>
        <Row label={t('legal.migrantCouncil')} value={council}>
          {council.value && (
            <>
              {council.value.moreThan === null
                ? t(`duty.${council.value.duty}`)
                : t(`duty.${council.value.duty}.moreThan`, {
                    number: formatNumber(council.value.moreThan, 0, language),
                  })}{' '}
              <span lang="de">{council.value.name}</span>
            </>
          )}
        </Row>
        <Row label={t('legal.accessibilityEnforcement')} value={rules.accessibilityEnforcement}>
          <AuthorityText authority={rules.accessibilityEnforcement.value} />
        </Row>
        <Row label={t('legal.accessibilityMonitoring')} value={rules.accessibilityMonitoring}>
          <AuthorityText authority={rules.accessibilityMonitoring.value} />
        </Row>
        <Row label={t('legal.dataProtection')} value={rules.dataProtection}>
          <AuthorityText authority={rules.dataProtection.value} />
        </Row>
      </ul>
    </Section>
  )
}

function Row({ label, value, children }: { label: string; value: Valued<unknown>; children: ComponentChildren }) {
  const t = useTexts(texts)
  const { words } = usePage()
  return (
    <li>
      <span class="tw-row">
        <strong>{label}</strong> <CheckedBadge value={value} />
      </span>
      <span>{value.value === null ? words.noData : children}</span>
      {value.source && value.source !== ownSource && (
        <span class="tw-small tw-muted">{t('legal.source', { source: value.source })}</span>
      )}
    </li>
  )
}

function CheckedBadge({ value: { value, checked, source } }: { value: Valued<unknown> }) {
  const t = useTexts(texts)
  if (value === null) return <Badge tone="warn">{t('legal.badge.missing')}</Badge>
  if (source === ownSource) return <Badge tone="ok">{t('legal.badge.own')}</Badge>
  return checked ? (
    <Badge tone="ok">{t('legal.badge.checked')}</Badge>
  ) : (
    <Badge tone="warn">{t('legal.badge.unchecked')}</Badge>
  )
}

const AuthorityText = ({ authority }: { authority: Authority | null }) =>
  authority && (
    <span lang="de">
      {[authority.name, authority.street, [authority.postcode, authority.place].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', ')}
    </span>
  )

function Holidays({ year, holidays, value }: { year: number; holidays: Holiday[]; value: Valued<unknown> }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <SidePart title={t('legal.holidays', { year: String(year) })}>
      <p class="tw-row">
        <CheckedBadge value={value} />
        <span class="tw-small tw-muted">{t('legal.source', { source: value.source })}</span>
      </p>
      <Facts
        facts={holidays.map(({ key, date }) => ({
          term: t(`holiday.${key}`),
          value: <time datetime={date}>{formatDate(date, language)}</time>,
        }))}
      />
    </SidePart>
  )
}
