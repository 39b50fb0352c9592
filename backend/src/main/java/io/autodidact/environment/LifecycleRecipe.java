package io.autodidact.environment;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way to give every attempt a fresh state, as it can be chosen without knowing how lifecycles are
 * written.
 *
 * @param name one of the constants
 * @param thing what every attempt gets of its own, for example {@code workspace}; empty where it
 *     gets none
 * @param operations called to begin and to end, in order
 * @param inside how many operations can be used in it
 * @param fills operations that fill it with made-up things
 * @param lifecycle the recipe itself
 */
public record LifecycleRecipe(
    String name,
    String thing,
    List<String> operations,
    int inside,
    List<String> fills,
    ObjectNode lifecycle) {
  /** Nothing was chosen yet, which is as careful as {@link #READ_ONLY}. */
  public static final String NOT_CHOSEN = "";

  /** Nothing is ever changed: the agent practises questions only. */
  public static final String READ_ONLY = "read-only";

  /** The software is used as it is, changes stay: for test systems. */
  public static final String AS_IS = "as-is";

  /** One call puts everything back before each attempt. */
  public static final String RESET = "reset";

  /** Each attempt makes a place of its own and removes it. */
  public static final String SCRATCH = "scratch";

  /** Written by hand. */
  public static final String OWN = "own";

  public LifecycleRecipe {
    operations = List.copyOf(operations);
    fills = List.copyOf(fills);
  }
}
