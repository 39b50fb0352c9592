package io.autodidact.connector.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** How calls say who they come from. Secrets are names; {@code Surroundings} reveals them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Auth.None.class, name = "none"),
  @JsonSubTypes.Type(value = Auth.Header.class, name = "header"),
  @JsonSubTypes.Type(value = Auth.Query.class, name = "query"),
  @JsonSubTypes.Type(value = Auth.Cookie.class, name = "cookie"),
  @JsonSubTypes.Type(value = Auth.Bearer.class, name = "bearer"),
  @JsonSubTypes.Type(value = Auth.Basic.class, name = "basic"),
  @JsonSubTypes.Type(value = Auth.ClientCredentials.class, name = "client_credentials"),
  @JsonSubTypes.Type(value = Auth.Password.class, name = "password")
})
sealed interface Auth {
  record None() implements Auth {}

  record Header(String name, String secret) implements Auth {
    public Header {
      given("header", name, secret);
    }
  }

  record Query(String name, String secret) implements Auth {
    public Query {
      given("query", name, secret);
    }
  }

  record Cookie(String name, String secret) implements Auth {
    public Cookie {
      given("cookie", name, secret);
    }
  }

  record Bearer(String secret) implements Auth {
    public Bearer {
      given("bearer", secret);
    }
  }

  record Basic(String user, String secret) implements Auth {
    public Basic {
      given("basic", user, secret);
    }
  }

  /**
   * OAuth 2 for a program of its own (RFC 6749, section 4.4).
   *
   * @param tokenUrl where tokens are given; empty if the document says it
   */
  record ClientCredentials(
      Optional<String> tokenUrl, String clientId, String secret, Optional<String> scope)
      implements Auth {
    public ClientCredentials {
      given("client_credentials", clientId, secret);
    }
  }

  /**
   * OAuth 2 with a user's password (RFC 6749, section 4.3), for software that offers no other.
   *
   * @param tokenUrl where tokens are given; empty if the document says it
   */
  record Password(
      Optional<String> tokenUrl,
      String clientId,
      Optional<String> clientSecret,
      String user,
      String secret,
      Optional<String> scope)
      implements Auth {
    public Password {
      given("password", clientId, user, secret);
    }
  }

  /** Whether the document has to be asked where tokens are given. */
  default boolean needsTokenUrl() {
    return switch (this) {
      case ClientCredentials grant -> grant.tokenUrl().isEmpty();
      case Password grant -> grant.tokenUrl().isEmpty();
      case None _, Header _, Query _, Cookie _, Bearer _, Basic _ -> false;
    };
  }

  /** The header, query parameter or cookie that carries the secret; callers need not give it. */
  default Optional<String> parameter() {
    return switch (this) {
      case None() -> Optional.empty();
      case Header header -> Optional.of(header.name());
      case Query query -> Optional.of(query.name());
      case Cookie cookie -> Optional.of(cookie.name());
      case Bearer ignored -> Optional.of("Authorization");
      case Basic ignored -> Optional.of("Authorization");
      case ClientCredentials ignored -> Optional.of("Authorization");
      case Password ignored -> Optional.of("Authorization");
    };
  }

  private static void given(String type, String... fields) {
    for (var field : fields) {
      if (field == null || field.isBlank()) {
        throw new IllegalArgumentException(
            "auth of type " + type + " lacks a field; see what the connection's form asks for");
      }
    }
  }
}
