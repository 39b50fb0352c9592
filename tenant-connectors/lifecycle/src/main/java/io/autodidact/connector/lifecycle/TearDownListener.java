package io.autodidact.connector.lifecycle;

/** Hears what an episode left behind. */
@FunctionalInterface
public interface TearDownListener {
  /**
   * A tear-down call failed; the rest of tear-down goes on.
   *
   * @param step which one, for example {@code Tear-down step 1 (delete_workspace)}
   * @param problem what the software said
   */
  void failed(String step, String problem);
}
