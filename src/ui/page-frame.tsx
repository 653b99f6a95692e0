import { languageNames } from '#values/language.ts'
import { Glyph } from './glyph.tsx'
import { type NavLink, type PageContext, usePage } from './page-context.ts'

const current = (link: NavLink) => (link.current ? { 'aria-current': 'page' as const } : {})

function NavItem({ link }: { link: NavLink }) {
  return (
    <li>
      <a href={usePage().href(link.path)} {...current(link)}>
        {link.label}
        {link.count !== undefined && (
          <>
            {' '}
            <b>{link.count}</b>
          </>
        )}
      </a>
    </li>
  )
}

/** The narrow bar on top: whose page this is, easy language, sign language, other languages. */
export function ServiceBar() {
  const { frame, words } = usePage()
  return (
    <div class="kern-kopfzeile">
      <div class="tw-wrap tw-kopf">
        <span class="where">{frame.official}</span>
        <nav aria-label={words.serviceLabel}>
          <ul>
            {frame.service.map((link) => (
              <NavItem link={link} />
            ))}
            <LanguageSwitch />
          </ul>
        </nav>
      </div>
    </div>
  )
}

/** The page in other languages: side by side where there is room, else behind the name of this one. */
function LanguageSwitch() {
  const { frame, words, language } = usePage()
  if (frame.alternates.length < 2) return null
  return (
    <li>
      <button class="tw-langs__open" type="button" popovertarget="tw-langs">
        <span>
          {languageNames[language]} <span class="tw-sr">({words.changeLanguage})</span>
        </span>
        <Glyph name="more" />
      </button>
      <ul class="tw-langs" id="tw-langs" popover="auto">
        {frame.alternates.map((other) => (
          <li>
            <a
              href={other.href}
              hreflang={other.language}
              lang={other.language}
              {...(other.language === language && { 'aria-current': 'true' as const })}
            >
              {other.name}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** For signed-in people: who they are, what waits for them, the way out; on small screens behind one button. */
export function StaffBar() {
  const { frame, words, href } = usePage()
  if (!frame.staff) return null
  return (
    <nav class="tw-staff" aria-label={words.staffLabel}>
      <div class="tw-wrap">
        <p>{words.signedInAs(frame.staff.name)}</p>
        <button class="tw-staff__open" type="button" popovertarget="tw-staff">
          {words.staffLabel}
          <Glyph name="more" />
        </button>
        <ul id="tw-staff" popover="auto">
          {frame.staff.links.map((link) => (
            <NavItem link={link} />
          ))}
          <li>
            <form method="post" action={href(frame.staff.signOutPath)}>
              <button type="submit">{words.signOut}</button>
            </form>
          </li>
        </ul>
      </div>
    </nav>
  )
}

const MenuButton = ({ children, hide = false }: { children: string; hide?: boolean }) => (
  <button
    class="kern-btn kern-btn--secondary kern-btn--small tw-burger"
    type="button"
    popovertarget="tw-menu"
    {...(hide && { popovertargetaction: 'hide' as const })}
  >
    <span class="kern-label">{children}</span>
  </button>
)

/** Name of the plan and main menu; on small screens the menu opens as a popover. */
export function Masthead() {
  const { frame, words, href } = usePage()
  return (
    <div class="tw-head">
      <div class="tw-wrap tw-head__in">
        <a class="tw-brand" href={href('/')}>
          {frame.brand.logo ? (
            <img src={frame.brand.logo} alt={frame.brand.logoAlt ?? ''} height="44" />
          ) : (
            <ThreadLogo />
          )}
          <span>
            <strong>{frame.brand.name}</strong>
            {frame.brand.owner}
          </span>
        </a>
        {frame.menu.length > 0 && (
          <>
            <MenuButton>{words.menu}</MenuButton>
            <nav class="tw-nav" id="tw-menu" popover="auto" aria-label={words.mainMenu}>
              <MenuButton hide>{words.closeMenu}</MenuButton>
              <ul>
                {frame.menu.map((link) => (
                  <NavItem link={link} />
                ))}
              </ul>
            </nav>
          </>
        )}
      </div>
    </div>
  )
}

/** The thread with its four knots. */
const ThreadLogo = () => (
  <svg width="76" height="34" viewBox="0 0 76 34" aria-hidden="true">
    <path d="M8 17C16 17 18 9 27 9s11 16 20 16 12-9 20-9" fill="none" stroke="var(--tw-ink)" stroke-width="2" />
    <g fill="var(--tw-paper)" stroke-width="3">
      <circle cx="8" cy="17" r="5.5" stroke="var(--tw-need)" />
      <path d="M27 2 34 9 27 16 20 9Z" stroke="var(--tw-goal)" />
      <path d="M41.5 19.5h11v11h-11Z" stroke="var(--tw-measure)" />
      <path d="M67 9.5 74 22H60Z" stroke="var(--tw-indicator)" stroke-linejoin="round" />
    </g>
  </svg>
)

/** Examples, closed municipalities, previews, older versions: said on every page. */
export function Banners({ texts }: { texts: PageContext['frame']['banners'] }) {
  const { href } = usePage()
  if (texts.length === 0) return null
  return (
    <div class="tw-banners">
      {texts.map((banner) =>
        typeof banner === 'string' ? (
          <p class="tw-wrap">{banner}</p>
        ) : (
          <p class="tw-wrap">
            {banner.text} <a href={href(banner.link.path)}>{banner.link.label}</a>
          </p>
        ),
      )}
    </div>
  )
}

/** The foot: the four strands woven, links, and on paper the address and the day. */
export function Foot() {
  const { frame, words, href } = usePage()
  return (
    <footer class="tw-foot">
      <Weave />
      <div class="tw-wrap tw-foot__cols">
        {frame.footer.map(({ title, links }) => (
          <section>
            <h2>{title}</h2>
            <ul>
              {links.map((link) => (
                <li>
                  <a href={'external' in link ? link.external : href(link.path)}>{link.label}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div class="tw-wrap tw-printfoot">
        <p>
          <bdi>{words.printedFrom(frame.address)}</bdi>
        </p>
        <p>{words.printedOn(frame.printedOn)}</p>
      </div>
    </footer>
  )
}

const strands = ['need', 'goal', 'measure', 'indicator'] as const
const [quarterWave, middle, height] = [160, 20, 11]

/** A sine wave of eight quarters as cubic curves; the control points are the usual best fit of a quarter sine. */
function wave(phase: number): string {
  const level = (quarter: number) => [0, 1, 0, -1][(quarter + phase) % 4] ?? 0
  const y = (share: number) => Math.round((middle + height * share) * 10) / 10
  const pieces = Array.from({ length: 8 }, (_, quarter) => {
    const [from, to] = [level(quarter), level(quarter + 1)]
    const rising = from === 0
    const [nearStart, nearEnd] = rising ? [0.326, 0.638] : [0.362, 0.674]
    const [startLevel, endLevel] = rising ? [0.512 * to, to] : [from, 0.512 * from]
    const x = (share: number) => Math.round((quarter + share) * quarterWave)
    return `C${x(nearStart)} ${y(startLevel)} ${x(nearEnd)} ${y(endLevel)} ${x(1)} ${y(to)}`
  })
  return `M0 ${y(level(0))}${pieces.join('')}`
}

const waves = strands.map((strand, phase) => ({ strand, d: wave(phase) }))

const Weave = () => (
  <svg class="tw-foot__weave" viewBox="0 0 1280 40" preserveAspectRatio="none" aria-hidden="true">
    {waves.map(({ strand, d }) => (
      <path d={d} fill="none" stroke={`var(--tw-${strand})`} stroke-width="2" vector-effect="non-scaling-stroke" />
    ))}
  </svg>
)
