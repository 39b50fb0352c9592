package io.autodidact.api;

import io.autodidact.tenant.IdentityProvider;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Checks access tokens: signature, issuer, time, and that they are meant for this platform. */
final class AccessTokens {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private AccessTokens() {}

  static JwtDecoder decoder(IdentityProvider provider) {
    var requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(PATIENCE);
    requests.setReadTimeout(PATIENCE);
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(provider.address("certs"))
            .restOperations(new RestTemplate(requests))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(provider.issuer().toString()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(provider.audience())),
            new JwtClaimValidator<Object>("typ", "Bearer"::equals)));
    return decoder;
  }
}
