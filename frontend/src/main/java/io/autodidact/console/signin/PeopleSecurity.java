package io.autodidact.console.signin;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.console.Shell;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.Memberships;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The chain for people: everything that is not for programs, by session, and nothing is shown to
 * strangers. They sign in at the identity provider; where there is none, by an API key.
 */
@Configuration(proxyBeanMethods = false)
@OnRole(Role.CONSOLE)
class PeopleSecurity {
  /** Vaadin's pages are forwarded to, and sent past whoever waits for the end to add headers. */
  private static final ObjectPostProcessor<HeaderWriterFilter> AT_ONCE =
      new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
          filter.setShouldWriteHeadersEagerly(true);
          return filter;
        }
      };

  @Bean
  @Order(50)
  SecurityFilterChain people(
      HttpSecurity http,
      OpenIdClient client,
      ConsoleSessions sessions,
      Memberships memberships,
      ApiKeys keys)
      throws Exception {
    http.headers(headers -> protect(headers, client))
        .authorizeHttpRequests(PeopleSecurity::open)
        .addFilterBefore(new StandingFilter(memberships, keys), ExceptionTranslationFilter.class);
    return client.isConfigured()
        ? byOpenId(http, client, sessions)
        : http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> elsewhere(vaadin).loginView(SignInView.class))
            .build();
  }

  /** Files of the console that are no secret; the sign-in needs some of them. */
  private static void open(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests.requestMatchers(Shell.STATIC_FILES.toArray(String[]::new)).permitAll();
  }

  /** What is nowhere is said to be nowhere, in words, to who is signed in. */
  private static VaadinSecurityConfigurer elsewhere(VaadinSecurityConfigurer vaadin) {
    return vaadin.anyRequest(any -> any.authenticated());
  }

  private static SecurityFilterChain byOpenId(
      HttpSecurity http, OpenIdClient client, ConsoleSessions sessions) throws Exception {
    // Vaadin first: what it sets up for the login must be there before the login itself is.
    return http.with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                elsewhere(vaadin)
                    .oauth2LoginPage("/sign-in")
                    .logoutSuccessHandler(new SignOut(client)))
        .addFilterBefore(new SignInDoor(client), ExceptionTranslationFilter.class)
        .oauth2Login(login -> signIn(login, client))
        .oidcLogout(
            logout ->
                logout
                    .clientRegistrationRepository(client.registrations())
                    .backChannel(channel -> channel.logoutHandler(sessions)))
        .build();
  }

  private static void signIn(OAuth2LoginConfigurer<HttpSecurity> login, OpenIdClient client) {
    login
        .loginPage("/sign-in")
        .clientRegistrationRepository(client.registrations())
        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
        .authorizationEndpoint(
            endpoint -> endpoint.authorizationRequestResolver(new OtherAccount(client)))
        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(client::arrive))
        .failureHandler(PeopleSecurity::explain);
  }

  private static void explain(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    boolean nowhere =
        refusal instanceof OAuth2AuthenticationException failure
            && failure.getError().getErrorCode().equals(OpenIdClient.NO_TENANT);
    var reason = nowhere ? SignInReason.NO_TENANT : SignInReason.FAILED;
    response.sendRedirect("/sign-in?reason=" + reason.word());
  }

  /**
   * Vaadin's client evaluates what the server sends it and styles elements in place, so script and
   * style stay 'unsafe' here; everything from elsewhere, frames and foreign forms are refused.
   */
  private static void protect(HeadersConfigurer<HttpSecurity> headers, OpenIdClient client) {
    headers.withObjectPostProcessor(AT_ONCE);
    var forms = client.isConfigured() ? "'self' " + client.origin() : "'self'";
    headers
        .contentSecurityPolicy(
            policy ->
                policy.policyDirectives(
                    String.join(
                        "; ",
                        "default-src 'self'",
                        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
                        "style-src 'self' 'unsafe-inline'",
                        "img-src 'self' data: blob:",
                        "font-src 'self' data:",
                        "connect-src 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "form-action " + forms,
                        "frame-ancestors 'none'")))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
  }
}
