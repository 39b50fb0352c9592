package io.autodidact.identity;

import io.autodidact.tenant.IdentityProvider;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Keycloak's realm, through the service account of this platform's own client: it may manage users
 * and organisations, and nothing else.
 */
final class KeycloakDirectory implements Directory {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final String DOMAIN = ".invalid";

  /** An attribute that only administrators of the realm see and change. */
  private static final String INVITATION = "autodidact-invitation";

  private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

  private final IdentityProvider provider;

  KeycloakDirectory(IdentityProvider provider) {
    this.provider = provider;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public void organisation(String alias, String name, boolean enabled) {
    ask(
        realm -> {
          var there = find(realm, alias);
          var wanted = there.orElseGet(() -> unmade(alias));
          wanted.setName(name);
          wanted.setEnabled(enabled);
          done(
              there.isPresent()
                  ? () -> realm.organizations().get(wanted.getId()).update(wanted)
                  : () -> realm.organizations().create(wanted));
          return alias;
        });
  }

  /** Nobody's e-mail ends like its domain: belonging is by invitation, never by e-mail. */
  private static OrganizationRepresentation unmade(String alias) {
    var organisation = new OrganizationRepresentation();
    organisation.setAlias(alias);
    organisation.addDomain(new OrganizationDomainRepresentation(alias + DOMAIN));
    return organisation;
  }

  /** Searches know names and domains; organisations made by hand have others. */
  private static Optional<OrganizationRepresentation> find(RealmResource realm, String alias) {
    return Stream.<Supplier<List<OrganizationRepresentation>>>of(
            () -> realm.organizations().search(alias + DOMAIN, true, 0, 1),
            () -> realm.organizations().getAll())
        .flatMap(search -> search.get().stream())
        .filter(one -> alias.equals(one.getAlias()))
        .findFirst();
  }

  private static OrganizationResource organisation(RealmResource realm, String alias) {
    return find(realm, alias)
        .map(one -> realm.organizations().get(one.getId()))
        .orElseThrow(() -> new DirectoryAway("The organisation " + alias + " is not there yet"));
  }

  @Override
  public Welcomed welcome(String alias, Guest guest) {
    return ask(
        realm -> {
          var known =
              realm.users().searchByEmail(guest.email(), true).stream()
                  .findFirst()
                  .map(UserRepresentation::getId);
          boolean ours = known.isEmpty() || reopen(realm, known.get(), guest);
          var person = known.orElseGet(() -> make(realm, guest));
          add(realm, alias, person);
          return new Welcomed(UUID.fromString(person), ours);
        });
  }

  /** Whether the account is one that we made and nobody has used yet: our answer was lost. */
  private static boolean reopen(RealmResource realm, String person, Guest guest) {
    var user = realm.users().get(person);
    var account = user.toRepresentation();
    boolean ours = isUnused(account, guest.invitation());
    if (ours) {
      user.resetPassword(first(guest.firstPassword()));
    } else if (!Boolean.TRUE.equals(account.isEmailVerified())) {
      throw new UnconfirmedAccount();
    }
    return ours;
  }

  private static boolean isUnused(UserRepresentation account, UUID invitation) {
    return invitation.toString().equals(account.firstAttribute(INVITATION))
        && account.getRequiredActions().contains(CHOOSE_PASSWORD);
  }

  private static String make(RealmResource realm, Guest guest) {
    var user = new UserRepresentation();
    user.setUsername(guest.email());
    user.setEmail(guest.email());
    int space = guest.name().lastIndexOf(' ');
    user.setFirstName(guest.name().substring(0, Math.max(0, space)));
    user.setLastName(guest.name().substring(space + 1));
    user.setEnabled(true);
    user.singleAttribute(INVITATION, guest.invitation().toString());
    user.setCredentials(List.of(first(guest.firstPassword())));
    user.setRequiredActions(List.of(CHOOSE_PASSWORD));
    try (var response = realm.users().create(user)) {
      return CreatedResponseUtil.getCreatedId(response);
    }
  }

  private static CredentialRepresentation first(String password) {
    var credential = new CredentialRepresentation();
    credential.setType(CredentialRepresentation.PASSWORD);
    credential.setValue(password);
    credential.setTemporary(true);
    return credential;
  }

  @Override
  public void join(String alias, UUID person) {
    ask(
        realm -> {
          add(realm, alias, person.toString());
          return person;
        });
  }

  private static void add(RealmResource realm, String alias, String person) {
    done(() -> organisation(realm, alias).members().addMember(person), CONFLICT);
  }

  @Override
  public void leave(String alias, UUID person) {
    ask(
        realm -> {
          done(
              () -> organisation(realm, alias).members().member(person.toString()).delete(),
              NOT_FOUND);
          return person;
        });
  }

  @Override
  public boolean firstPassword(UUID person, UUID invitation, String password) {
    return ask(
        realm -> {
          var user = realm.users().get(person.toString());
          boolean unused = isUnused(user.toRepresentation(), invitation);
          if (unused) {
            user.resetPassword(first(password));
          }
          return unused;
        });
  }

  private <T> T ask(Function<RealmResource, T> question) {
    try (var keycloak =
        KeycloakBuilder.builder()
            .serverUrl(provider.server().toString())
            .realm(provider.realm())
            .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
            .clientId(provider.clientId())
            .clientSecret(provider.clientSecret())
            .build()) {
      return question.apply(keycloak.realm(provider.realm()));
    } catch (ProcessingException | WebApplicationException e) {
      throw new DirectoryAway("Keycloak did not do what it was asked", e);
    }
  }

  /** Has it done, or find it done already. */
  private static void done(Supplier<Response> request, int... already) {
    try (var response = request.get()) {
      var fine = response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
      for (var status : already) {
        fine |= response.getStatus() == status;
      }
      if (!fine) {
        throw new DirectoryAway(
            "Keycloak answered " + response.getStatus() + ": " + response.readEntity(String.class));
      }
    }
  }
}
