package io.autodidact.api;

import io.autodidact.tenant.ApiKeys;
import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The chain for programs: stateless, by API key; no route is open but health. Where the console is
 * shown it has a chain of its own for everything else; where it is not, everything else is refused.
 */
@Configuration(proxyBeanMethods = false)
class ProgramSecurity {
  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http,
      ApiKeys keys,
      Errors errors,
      @Value("${autodidact.roles}") Set<String> roles)
      throws Exception {
    if (roles.contains("console")) {
      http.securityMatcher("/api/**", "/v1/**", "/actuator/**");
    }
    return http.csrf(csrf -> csrf.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
        .authorizeHttpRequests(ProgramSecurity::rules)
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(unknown(errors))
                    .accessDeniedHandler(forbidden(errors)))
        .build();
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR)
        .permitAll()
        .requestMatchers("/actuator/health/**")
        .permitAll()
        .requestMatchers("/v1/**")
        .hasAuthority("SCOPE_chat")
        .requestMatchers("/api/**", "/actuator/**")
        .hasAuthority("SCOPE_manage")
        .anyRequest()
        .denyAll();
  }

  private static AuthenticationEntryPoint unknown(Errors errors) {
    return (request, response, refusal) ->
        errors.write(
            request, response, 401, "Send a valid API key as 'Authorization: Bearer ak_…'.");
  }

  private static AccessDeniedHandler forbidden(Errors errors) {
    return (request, response, refusal) ->
        errors.write(request, response, 403, "This API key lacks the scope for that route.");
  }
}
