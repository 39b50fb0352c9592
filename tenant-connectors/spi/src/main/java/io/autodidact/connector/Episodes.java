package io.autodidact.connector;

/** Opens episodes of one environment. Thread-safe; episodes may run side by side. */
public interface Episodes {
  /**
   * What can be called inside an episode. Parameters that set-up binds are left out of the argument
   * schemas: they are filled in on the way to the software.
   */
  Catalogue operations();

  /**
   * Opens an episode in a fresh state. Equal seeds make equal entities (names and values, not ids).
   *
   * @throws ConnectorException if set-up fails; what it had made so far is torn down
   */
  Episode open(long seed) throws InterruptedException;

  /** The software as it is, for serving: no set-up, no tear-down. */
  Episode live();
}
