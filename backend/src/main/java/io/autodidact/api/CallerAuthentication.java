package io.autodidact.api;

import io.autodidact.tenant.Caller;
import java.util.Collection;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller as Spring Security knows it: each permission is a role there. */
public final class CallerAuthentication {
  private CallerAuthentication() {}

  public static Authentication of(Caller caller) {
    return UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities(caller));
  }

  public static Collection<GrantedAuthority> authorities(Caller caller) {
    return caller.may().stream()
        .<GrantedAuthority>map(permission -> new SimpleGrantedAuthority("ROLE_" + permission))
        .toList();
  }
}
