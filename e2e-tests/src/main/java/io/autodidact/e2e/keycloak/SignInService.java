package io.autodidact.e2e.keycloak;

import io.autodidact.e2e.RepositoryRoot;
import io.autodidact.e2e.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where people sign in: Keycloak with the realm of this platform, two demo tenants and people of
 * each role. All secrets are made at the first start.
 */
public final class SignInService implements AutoCloseable {
  private static final Path REALM = RepositoryRoot.path().resolve("e2e-tests/keycloak/realm.json");
  private static final String NAME = "autodidact";

  private final KeycloakServer server;
  private final KeycloakAdmin admin;
  private final Path directory;

  private SignInService(KeycloakServer server, Path directory) {
    this.server = server;
    this.admin = new KeycloakAdmin(server);
    this.directory = directory;
  }

  /**
   * Starts it on the data in that directory; the first time it imports the realm.
   *
   * @param console where people come from and are led back to
   */
  public static SignInService start(Path directory, URI console)
      throws IOException, InterruptedException {
    var secrets = directory.resolve("secrets");
    var server =
        KeycloakServer.start(directory, OwnerOnly.secret(secrets.resolve("keycloak-admin")));
    var service = new SignInService(server, directory);
    try {
      service.importRealm();
      service.lead(console);
      return service;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void importRealm() throws IOException, InterruptedException {
    if (admin.get("/" + NAME).isPresent()) {
      return;
    }
    var text =
        Files.readString(REALM)
            .replace("@client-secret@", OwnerOnly.secret(clientSecretFile()))
            .replace("@demo-password@", demoPassword());
    admin.post("", JsonMapper.shared().readTree(text));
    var profile = (ObjectNode) admin.get("/" + NAME + "/users/profile").orElseThrow();
    profile.put("unmanagedAttributePolicy", "ADMIN_EDIT");
    admin.put("/" + NAME + "/users/profile", profile);
  }

  /** Its port may have changed since the last time. */
  private void lead(URI console) throws InterruptedException {
    var found = admin.get("/" + NAME + "/clients?clientId=" + NAME).orElseThrow();
    var client = (ObjectNode) found.get(0);
    client.putArray("redirectUris").add(console + "/login/oauth2/code/keycloak");
    ((ObjectNode) client.path("attributes"))
        .put("post.logout.redirect.uris", console + "/")
        .put("backchannel.logout.url", console + "/logout/connect/back-channel/keycloak");
    admin.put("/" + NAME + "/clients/" + client.path("id").asString(), client);
  }

  /**
   * What the console has to be told. Ask before this service starts: it will be where it was, and
   * both may start at the same time.
   */
  public static List<String> consoleSettings(Path directory) {
    return List.of(
        "--autodidact.identity.issuer=http://127.0.0.1:"
            + Ports.remembered(directory, "keycloak")
            + "/realms/"
            + NAME,
        "--autodidact.identity.client-secret-file=" + directory.resolve("secrets/keycloak-client"),
        "--autodidact.first-tenant=acme");
  }

  private Path clientSecretFile() {
    return directory.resolve("secrets").resolve("keycloak-client");
  }

  /** Opens the accounts of all demo people. */
  public String demoPassword() throws IOException {
    return OwnerOnly.secret(directory.resolve("secrets").resolve("demo-password"));
  }

  /** Whom one may sign in as, a line each. */
  public List<String> people() {
    return List.of(
        "maya@acme.example         runs the tenant Acme",
        "ben@acme.example          business user of Acme",
        "greta@globex.example      runs the tenant Globex",
        "sam@consult.example       business user of both",
        "paula@autodidact.example  runs the platform");
  }

  public KeycloakAdmin admin() {
    return admin;
  }

  public KeycloakServer server() {
    return server;
  }

  public String realm() {
    return NAME;
  }

  @Override
  public void close() {
    server.close();
  }
}
