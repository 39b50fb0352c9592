package io.autodidact.api;

import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Identity;
import io.autodidact.tenant.IdentityProvider;
import io.autodidact.tenant.Membership;
import io.autodidact.tenant.Memberships;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Recognises who shows an API key of ours or an access token of the identity provider. */
@Component
class BearerTokens {
  private final ApiKeys keys;
  private final Memberships memberships;
  private final Optional<JwtDecoder> tokens;

  BearerTokens(ApiKeys keys, Memberships memberships, IdentityProvider provider) {
    this.keys = keys;
    this.memberships = memberships;
    this.tokens =
        provider.isConfigured() ? Optional.of(AccessTokens.decoder(provider)) : Optional.empty();
  }

  /** What a bearer token says. */
  sealed interface Shown {
    record By(Caller caller) implements Shown {}

    /** It opens nothing; the reason says what to do. */
    record Refused(int status, String reason) implements Shown {}
  }

  /**
   * Looks a bearer token up.
   *
   * @param wanted alias of the tenant to act for, where the bearer belongs to several
   */
  Shown recognise(String token, Optional<String> wanted) {
    if (token.startsWith("ak_") || tokens.isEmpty()) {
      return keys.recognise(token)
          .<Shown>map(Shown.By::new)
          .orElseGet(() -> new Shown.Refused(401, "Nobody has this API key, or it was revoked."));
    }
    try {
      return of(Identity.of(tokens.get().decode(token).getClaims()), wanted);
    } catch (BadJwtException | IllegalArgumentException e) {
      return new Shown.Refused(
          401, "This token is not valid, not for this platform, or has expired; get a new one.");
    } catch (JwtException e) {
      return new Shown.Refused(
          503, "Tokens can not be checked while the sign-in service is away; try again soon.");
    }
  }

  private Shown of(Identity who, Optional<String> wanted) {
    var all = memberships.of(who);
    if (all.isEmpty()) {
      return new Shown.Refused(403, "You belong to no tenant here; ask its admin to invite you.");
    }
    if (wanted.isPresent()) {
      return all.stream()
          .filter(one -> one.tenantAlias().equals(wanted.get()))
          .findFirst()
          .<Shown>map(one -> new Shown.By(one.caller()))
          .orElseGet(() -> new Shown.Refused(403, "You belong to no such tenant."));
    }
    return all.size() == 1
        ? new Shown.By(all.getFirst().caller())
        : new Shown.Refused(403, whichOf(all));
  }

  private static String whichOf(List<Membership> all) {
    return "Say for which tenant you ask in the header %s: one of %s."
        .formatted(
            BearerFilter.TENANT,
            all.stream().map(Membership::tenantAlias).collect(Collectors.joining(", ")));
  }
}
