package io.autodidact.connector.openapi;

import io.autodidact.connector.Surroundings.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How tokens are asked for (RFC 6749).
 *
 * @param client the client's own fields; secrets are revealed for each request, so that a changed
 *     one counts
 * @param form the fields of the grant
 */
record TokenRequest(
    URI tokenUrl, Supplier<Map<String, String>> client, Supplier<Map<String, String>> form) {
  static TokenRequest of(Auth.ClientCredentials auth, TokenUrl tokens, Secrets secrets) {
    secrets.reveal(auth.secret());
    return new TokenRequest(
        tokens.of("clientCredentials", auth.tokenUrl()),
        () -> client(auth.clientId(), Optional.of(secrets.reveal(auth.secret()))),
        () -> grant("client_credentials", auth.scope()));
  }

  static TokenRequest of(Auth.Password auth, TokenUrl tokens, Secrets secrets) {
    secrets.reveal(auth.secret());
    return new TokenRequest(
        tokens.of("password", auth.tokenUrl()),
        () -> client(auth.clientId(), auth.clientSecret().map(secrets::reveal)),
        () -> {
          var form = grant("password", auth.scope());
          form.put("username", auth.user());
          form.put("password", secrets.reveal(auth.secret()));
          return form;
        });
  }

  /** Asks for a first token. */
  HttpCall grant() {
    return post(form.get());
  }

  /** Asks for the next one with a refresh token. */
  HttpCall refresh(String refreshToken) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", refreshToken);
    return post(fields);
  }

  private HttpCall post(Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.putAll(client.get());
    var text =
        all.entrySet().stream()
            .map(field -> Percent.encode(field.getKey()) + "=" + Percent.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new HttpCall(
        "POST",
        tokenUrl,
        List.of(
            new HttpCall.Field("Content-Type", "application/x-www-form-urlencoded"),
            new HttpCall.Field("Accept", "application/json")),
        Optional.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> client(String id, Optional<String> secret) {
    var client = new LinkedHashMap<String, String>();
    client.put("client_id", id);
    secret.ifPresent(value -> client.put("client_secret", value));
    return client;
  }

  private static Map<String, String> grant(String type, Optional<String> scope) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", type);
    scope.ifPresent(value -> form.put("scope", value));
    return form;
  }
}
