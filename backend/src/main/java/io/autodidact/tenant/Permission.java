package io.autodidact.tenant;

/** What somebody may do; every route and every view asks for one of these. */
public enum Permission {
  /** Have released agents work: {@code /v1}. */
  USE_AGENTS,
  /** Connect software, state goals, start and watch learning runs, approve releases. */
  TEACH_AGENTS,
  /** Invite and remove members, make keys, see usage and audit of the own tenant. */
  RUN_TENANT,
  /** Make and disable tenants, set quotas, see the platform's health and audit. */
  RUN_PLATFORM
}
