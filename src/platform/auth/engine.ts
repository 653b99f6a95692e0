import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import * as v from 'valibot'
import { hashPassword, isPassword, passwordLength } from './password.ts'

/** How long things live, in seconds. */
export const lifetimes = {
  session: 7 * 86_400,
  /** How long the signed cookie speaks for the session without asking the database: a withdrawn one ends within this. */
  sessionCache: 30,
  link: 15 * 60,
  passwordLink: 60 * 60,
  emailLink: 24 * 3600,
  secondFactor: 10 * 60,
}

export interface EngineOptions {
  pool: pg.Pool
  secret: string
  /** PUBLIC_URL without a final slash. */
  baseUrl: string
  /** Shown in authenticator apps and by passkey dialogs. */
  appName: string
  log: (message: string) => void
  mailMagicLink: (email: string, token: string, metadata: Readonly<Record<string, unknown>>) => Promise<void>
}

/**
 * What better-auth is told. Its HTTP handler is never mounted: it verifies mailed links on GET, and mail filters fetch
 * links. Only its functions are called, by the files beside this one.
 */
export const engineOptions = (options: EngineOptions) =>
  ({
    appName: options.appName,
    baseURL: options.baseUrl,
    basePath: '/anmelden',
    secret: options.secret,
    telemetry: { enabled: false },
    // The limits are ours: better-auth's live in the HTTP handler.
    rateLimit: { enabled: false },
    logger: { level: 'error', disableColors: true, log: (_level, message) => options.log(message) },
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool: options.pool }) }),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    advanced: {
      cookiePrefix: 'teilhabewerk',
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
    user: {
      fields: {
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      expiresIn: lifetimes.session,
      updateAge: 86_400,
      cookieCache: { enabled: true, maxAge: lifetimes.sessionCache },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        secondFactor: {
          type: 'string',
          fieldName: 'second_factor',
          required: true,
          defaultValue: 'none',
          input: false,
        },
      },
    },
    account: {
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
    },
    verification: {
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    databaseHooks: {
      session: {
        create: { before: async (session, context) => ({ data: { ...session, ...provenBy(context?.path) } }) },
      },
      account: { create: { before: async (account) => ({ data: { ...account, ...noTokens } }) } },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: lifetimes.link,
        sendMagicLink: ({ email, token, metadata }) => options.mailMagicLink(email, token, metadata ?? {}),
      }),
      secondFactor(options.appName),
      passkey({
        rpID: new URL(options.baseUrl).hostname,
        rpName: options.appName,
        origin: new URL(options.baseUrl).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: { afterVerification: requireUserVerification },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      openSession,
    ],
  }) satisfies BetterAuthOptions

export const createEngine = (options: EngineOptions) => betterAuth(engineOptions(options))
export type Engine = ReturnType<typeof createEngine>

const noTokens = { accessToken: null, refreshToken: null, idToken: null }

// A passkey with its PIN or fingerprint is two factors in one.
const twoFactorPaths = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
])
const provenBy = (path: string | undefined) => ({ secondFactor: path && twoFactorPaths.has(path) ? 'done' : 'none' })

/** better-auth asks for the code only after a password. Every way in with one factor has to ask. */
const oneFactorPaths = new Set(['/sign-in/email', '/magic-link/verify', '/callback/:id', '/open-session'])
function secondFactor(issuer: string) {
  const plugin = twoFactor({
    issuer,
    allowPasswordless: true,
    twoFactorCookieMaxAge: lifetimes.secondFactor,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factor',
        fields: {
          backupCodes: 'backup_codes',
          userId: 'user_id',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
  const [askForCode] = plugin.hooks.after
  if (!askForCode) throw new Error('better-auth no longer asks for the second factor in a hook')
  return {
    ...plugin,
    hooks: {
      after: [
        { ...askForCode, matcher: ({ path }: { path?: string }) => path !== undefined && oneFactorPaths.has(path) },
      ],
    },
  }
}

interface PasskeyProof {
  verification: { authenticationInfo: { userVerified: boolean } }
}
// better-auth only prefers it; without it the passkey is possession alone, and would stand for both factors.
const requireUserVerification = ({ verification }: PasskeyProof) => {
  if (verification.authenticationInfo.userVerified) return
  throw new APIError('UNAUTHORIZED', {
    code: 'PASSKEY_WITHOUT_USER_VERIFICATION',
    message: 'User verification missing',
  })
}

/** Signs in whom we have recognised ourselves, e.g. by the button of an invitation. */
const openSession = {
  id: 'open-session',
  endpoints: {
    openSession: createAuthEndpoint(
      '/open-session',
      { method: 'POST', body: v.object({ accountId: v.string() }), requireHeaders: true },
      async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(context.body.accountId)
        if (!user) throw new APIError('NOT_FOUND', { code: 'USER_NOT_FOUND', message: 'No such account' })
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return context.json({ accountId: user.id })
      },
    ),
  },
} as const
