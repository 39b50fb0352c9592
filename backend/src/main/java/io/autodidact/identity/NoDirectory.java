package io.autodidact.identity;

import io.autodidact.api.Conflict;
import java.util.UUID;

/** Where people do not sign in at an identity provider there are no accounts to look after. */
final class NoDirectory implements Directory {
  @Override
  public boolean isThere() {
    return false;
  }

  @Override
  public void organisation(String alias, String name, boolean enabled) {
    throw refusal();
  }

  @Override
  public Welcomed welcome(String alias, Guest guest) {
    throw refusal();
  }

  @Override
  public void join(String alias, UUID person) {
    throw refusal();
  }

  @Override
  public void leave(String alias, UUID person) {
    throw refusal();
  }

  @Override
  public boolean firstPassword(UUID person, UUID invitation, String password) {
    throw refusal();
  }

  static Conflict refusal() {
    return new Conflict(
        "Tenants and members need a sign-in service: set autodidact.identity.issuer to a Keycloak"
            + " realm and start again.");
  }
}
