package io.autodidact.context;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tools that every agent has beside the software's operations. */
public enum ContextTool {
  /** Finds operations that are not in the prompt. */
  SEARCH_OPERATIONS,
  /** Shows the next part of a result that was cut short. */
  MORE;

  static final String FINISH = "finish";

  /** The name as the agent writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ContextTool> named(String word) {
    return Arrays.stream(values()).filter(tool -> tool.word().equals(word)).findFirst();
  }
}
