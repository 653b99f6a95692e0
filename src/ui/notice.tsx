import { Link } from './link.tsx'

/** A message shown once; what stands in it as `[words](/path)` leads there. Only paths of this server. */
export function NoticeText({ text }: { text: string }) {
  const parts = text.split(/(\[[^[\]]+\]\(\/(?!\/)[a-z0-9/?=&-]*\))/)
  return (
    <>
      {parts.map((part) => {
        const [, words, path] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? []
        return words && path ? <Link path={path}>{words}</Link> : part
      })}
    </>
  )
}
