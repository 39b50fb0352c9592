package io.autodidact.identity;

/**
 * There is an account with that e-mail whose owner never proved that the e-mail is theirs: whoever
 * made it could act as the invited person.
 */
final class UnconfirmedAccount extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
