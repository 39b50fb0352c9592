package io.autodidact.identity;

import io.autodidact.tenant.IdentityProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the directory. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
  @Bean
  Directory directory(IdentityProvider provider) {
    return provider.isConfigured() ? new KeycloakDirectory(provider) : new NoDirectory();
  }
}
