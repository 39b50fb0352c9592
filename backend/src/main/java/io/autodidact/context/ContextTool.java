package io.autodidact.context;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tools that every agent has beside the software's operations. */
public enum ContextTool {
  /** Finds operations that are not in the prompt. */
  SEARCH_OPERATIONS,
  /** Shows the next part of a result that was cut short. */
  MORE,
  /** Shows earlier turns whole again; for agents that manage their memory. */
  KEEP_TURNS,
  /** Puts earlier turns into a line each, likewise. */
  COMPRESS_TURNS,
  /** Takes earlier turns out of the prompt, likewise. */
  DROP_TURNS;

  static final String FINISH = "finish";

  /** The name as the agent writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it changes what the agent still sees of earlier turns. */
  boolean rearranges() {
    return switch (this) {
      case KEEP_TURNS, COMPRESS_TURNS, DROP_TURNS -> true;
      case SEARCH_OPERATIONS, MORE -> false;
    };
  }

  static Optional<ContextTool> named(String word) {
    return Arrays.stream(values()).filter(tool -> tool.word().equals(word)).findFirst();
  }
}
