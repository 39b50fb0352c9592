package io.autodidact.identity;

import java.util.UUID;

/**
 * Where accounts and organisations are kept. Everything here may be repeated.
 *
 * <p>All methods throw {@link DirectoryAway} when it does not answer: try again later.
 */
interface Directory {
  /** Whether there is one; without one nothing here can be changed. */
  boolean isThere();

  /** Has the organisation exist under that alias, open or closed to its people. */
  void organisation(String alias, String name, boolean enabled);

  /**
   * Has an account for the invited person exist and belong to the organisation.
   *
   * @throws UnconfirmedAccount if there is one that was not made for this invitation, and nobody
   *     proved that the e-mail is theirs
   */
  Welcomed welcome(String alias, Guest guest);

  /**
   * Somebody who is invited.
   *
   * @param invitation is remembered with an account that has to be made, so that it is known again
   * @param firstPassword of such an account; its owner must choose another
   */
  record Guest(UUID invitation, String email, String name, String firstPassword) {}

  /**
   * An account that belongs to the organisation now.
   *
   * @param made whether the first password opens it
   */
  record Welcomed(UUID person, boolean made) {}

  /** Has the account belong to the organisation again. */
  void join(String alias, UUID person);

  /** Has the account not belong to the organisation. */
  void leave(String alias, UUID person);

  /**
   * Gives the account another first password; false if it was used, or was not made for that
   * invitation.
   */
  boolean firstPassword(UUID person, UUID invitation, String password);
}
