package io.autodidact.usage;

/** What the account counts, by tenant and day. */
public enum Metered {
  ENGINE_MILLISECONDS,
  TOKENS,
  CALLS,
  CHATS
}
