/**
 * The arguments of an ICU message, read from its text by the compiler: `{count, plural, one {# Ziel} other {# Ziele}}`
 * needs `{ count: number }`. Walks from brace to brace; `Depth` counts the plural branches it stands in.
 */
export type Arguments<S extends string> = Simplify<InMessage<S, [], unknown>>

type Simplify<T> = { [K in keyof T]: T[K] }
type KindOf<Kind extends string> = Kind extends 'plural' | 'number' | 'selectordinal' ? number : string

type InMessage<S extends string, Depth extends 0[], Found> = S extends `${infer Text}{${infer Rest}`
  ? Text extends `${string}}${string}`
    ? S extends `${string}}${infer After}`
      ? InBranches<After, Depth, Found>
      : Found
    : InArgument<Rest, Depth, Found>
  : S extends `${string}}${infer After}`
    ? Depth extends [0, ...0[]]
      ? InBranches<After, Depth, Found>
      : Found
    : Found

type InArgument<S extends string, Depth extends 0[], Found> = S extends `${infer Name}}${infer After}`
  ? Name extends `${infer Short},${string}`
    ? S extends `${string},${infer Kind},${infer Branches}`
      ? InBranches<Branches, [0, ...Depth], Found & { [K in Trim<Short>]: KindOf<Trim<Kind>> }>
      : Found
    : InMessage<After, Depth, Found & { [K in Trim<Name>]: string | number }>
  : Found

type InBranches<S extends string, Depth extends 0[], Found> = S extends `${infer Head}{${infer Rest}`
  ? Head extends `${string}}${string}`
    ? S extends `${string}}${infer After}`
      ? InMessage<After, Pop<Depth>, Found>
      : Found
    : InMessage<Rest, Depth, Found>
  : S extends `${string}}${infer After}`
    ? InMessage<After, Pop<Depth>, Found>
    : Found

type Pop<Depth extends 0[]> = Depth extends [0, ...infer Rest extends 0[]] ? Rest : []
type Trim<S extends string> = S extends ` ${infer Rest}` ? Trim<Rest> : S extends `${infer Rest} ` ? Trim<Rest> : S
