package io.autodidact.api;

/** What a process of the one program does; {@code autodidact.roles} names them. */
public enum Role {
  /** Shows people their learning runs in a browser. */
  CONSOLE,
  /** Answers programs. */
  API,
  /** Carries learning runs out. */
  WORKER
}
