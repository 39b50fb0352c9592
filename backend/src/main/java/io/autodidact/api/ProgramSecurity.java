package io.autodidact.api;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The chain for programs: stateless, by API key or access token; no route is open but health. It
 * knows no cookie, so there is nothing that another site could abuse (CSRF). Where the console is
 * shown it has a chain of its own for everything else; where it is not, everything else is refused.
 */
@Configuration(proxyBeanMethods = false)
class ProgramSecurity {
  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http,
      BearerTokens tokens,
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
        .headers(ProgramSecurity::nothingToShow)
        .addFilterBefore(new BearerFilter(tokens, errors), AuthorizationFilter.class)
        .authorizeHttpRequests(ProgramSecurity::rules)
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(unknown(errors))
                    .accessDeniedHandler(forbidden(errors)))
        .build();
  }

  /** Answers are for programs: a browser that is led to one runs and frames nothing of it. */
  private static void nothingToShow(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR)
        .permitAll()
        .requestMatchers("/actuator/health/**")
        .permitAll();
    for (var line : AccessTable.LINES) {
      var routes = requests.requestMatchers(line.routes());
      line.permission()
          .ifPresentOrElse(permission -> routes.hasRole(permission.name()), routes::authenticated);
    }
    requests.anyRequest().denyAll();
  }

  private static AuthenticationEntryPoint unknown(Errors errors) {
    return (request, response, refusal) ->
        errors.write(
            request,
            response,
            401,
            "Send a valid API key or access token as 'Authorization: Bearer …'.");
  }

  private static AccessDeniedHandler forbidden(Errors errors) {
    return (request, response, refusal) ->
        errors.write(
            request,
            response,
            403,
            "This key's scope, or your role, does not open that route; an admin can change it.");
  }
}
