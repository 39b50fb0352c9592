package io.autodidact.console.signin;

import io.autodidact.api.CallerAuthentication;
import io.autodidact.tenant.Identity;
import io.autodidact.tenant.Membership;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Whom the identity provider named, and the tenant they act for once that is chosen. */
public final class SignedInPerson implements OidcUser {
  private static final long serialVersionUID = 1L;

  private final OidcIdToken idToken;
  private final transient Identity who;
  private final transient Optional<Membership> acting;

  SignedInPerson(OidcIdToken idToken, Identity who, Optional<Membership> acting) {
    this.idToken = idToken;
    this.who = who;
    this.acting = acting;
  }

  SignedInPerson actingAs(Membership membership) {
    return new SignedInPerson(idToken, who, Optional.of(membership));
  }

  public Identity who() {
    return who;
  }

  public Optional<Membership> acting() {
    return acting;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return acting
        .map(membership -> CallerAuthentication.authorities(membership.caller()))
        .orElseGet(List::of);
  }

  @Override
  public String getName() {
    return who.name();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return idToken.getClaims();
  }

  @Override
  public Map<String, Object> getClaims() {
    return idToken.getClaims();
  }

  @Override
  public OidcIdToken getIdToken() {
    return idToken;
  }

  /** Never asked for: the token says it all. */
  @Override
  public @Nullable OidcUserInfo getUserInfo() {
    return null;
  }
}
