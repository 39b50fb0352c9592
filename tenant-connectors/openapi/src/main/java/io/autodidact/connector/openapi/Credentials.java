package io.autodidact.connector.openapi;

import io.autodidact.connector.Surroundings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Says with every call who it comes from. */
interface Credentials {
  /** The call with the credentials in it. */
  HttpCall sign(HttpCall call, Deadline deadline)
      throws NoAnswer, CredentialsRefused, InterruptedException;

  /**
   * The software answered 401 to this signed call.
   *
   * @return whether signing it again may help
   */
  default boolean renewable(HttpCall refused) {
    return false;
  }

  /**
   * Reveals the secrets that the settings name.
   *
   * @param tokens where OAuth 2 tokens are given
   * @throws io.autodidact.connector.ConnectorException if a secret is missing
   */
  static Credentials of(Auth auth, TokenUrl tokens, Surroundings surroundings, GuardedHttp http) {
    var secrets = surroundings.secrets();
    return switch (auth) {
      case Auth.None() -> (call, deadline) -> call;
      case Auth.Header(var name, var secret) -> header(name, secrets.reveal(secret));
      case Auth.Query(var name, var secret) -> query(name, secrets.reveal(secret));
      case Auth.Cookie(var name, var secret) -> cookie(name, secrets.reveal(secret));
      case Auth.Bearer(var secret) -> header("Authorization", "Bearer " + secrets.reveal(secret));
      case Auth.Basic(var user, var secret) ->
          header("Authorization", basic(user, secrets.reveal(secret)));
      case Auth.ClientCredentials grant ->
          new Tokens(TokenRequest.of(grant, tokens, secrets), http, surroundings.clock());
      case Auth.Password grant ->
          new Tokens(TokenRequest.of(grant, tokens, secrets), http, surroundings.clock());
    };
  }

  private static Credentials header(String name, String value) {
    return (call, deadline) -> call.with(name, value);
  }

  private static Credentials cookie(String name, String value) {
    var pair = name + "=" + Percent.encode(value);
    return (call, deadline) -> call.withCookie(pair);
  }

  private static Credentials query(String name, String value) {
    return (call, deadline) -> {
      var uri = call.uri().toString();
      var pair = Percent.encode(name) + "=" + Percent.encode(value);
      return call.at(URI.create(uri + (uri.contains("?") ? "&" : "?") + pair));
    };
  }

  /** RFC 7617. */
  static String basic(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
