package io.autodidact.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The Keycloak realm that people sign in at, if there is one. Its addresses follow from the issuer
 * and are not asked for, so that this program starts, and keeps serving whoever is signed in, while
 * Keycloak is away.
 */
@Component
public class IdentityProvider {
  private final Optional<URI> issuer;
  private final Client client;

  /** This program at the provider. */
  record Client(String id, String secretFile, String audience) {}

  IdentityProvider(
      @Value("${autodidact.identity.issuer:}") String issuer,
      @Value("${autodidact.identity.client-id:autodidact}") String client,
      @Value("${autodidact.identity.client-secret-file:}") String secretFile,
      @Value("${autodidact.identity.audience:autodidact}") String audience) {
    this.issuer =
        issuer.isBlank() ? Optional.empty() : Optional.of(URI.create(issuer.replaceAll("/$", "")));
    this.client = new Client(client, secretFile, audience);
  }

  /** False where the only way in is an API key. */
  public boolean isConfigured() {
    return issuer.isPresent();
  }

  public URI issuer() {
    return issuer.orElseThrow(
        () -> new IllegalStateException("autodidact.identity.issuer is empty"));
  }

  /** The server the realm is on. */
  public URI server() {
    return URI.create(issuer().toString().replaceAll("/realms/[^/]+$", ""));
  }

  public String realm() {
    return issuer().getPath().replaceAll("^.*/", "");
  }

  /**
   * An address of the OpenID Connect protocol.
   *
   * @param what {@code auth}, {@code token}, {@code certs}, {@code userinfo} or {@code logout}
   */
  public String address(String what) {
    return issuer() + "/protocol/openid-connect/" + what;
  }

  public String clientId() {
    return client.id();
  }

  /** Whom tokens must be meant for to open a route. */
  public String audience() {
    return client.audience();
  }

  /**
   * Read each time: it may be rotated.
   *
   * @throws IllegalStateException if no file was named
   */
  public String clientSecret() {
    if (client.secretFile().isBlank()) {
      throw new IllegalStateException(
          "Set autodidact.identity.client-secret-file to the file with the client's secret.");
    }
    try {
      return Files.readString(Path.of(client.secretFile())).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The secret in " + client.secretFile() + " is not readable", e);
    }
  }
}
