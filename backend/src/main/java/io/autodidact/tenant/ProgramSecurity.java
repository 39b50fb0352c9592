package io.autodidact.tenant;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tools.jackson.databind.json.JsonMapper;

/** The chain for programs: stateless, by API key; no route is open but health. */
@Configuration(proxyBeanMethods = false)
class ProgramSecurity {
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, ApiKeys keys, JsonMapper json) throws Exception {
    return http.securityMatcher("/api/**", "/v1/**", "/actuator/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/v1/**")
                    .hasAuthority("SCOPE_chat")
                    .anyRequest()
                    .hasAuthority("SCOPE_manage"))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, refusal) ->
                            answer(
                                response,
                                json,
                                401,
                                "Send a valid API key as 'Authorization: Bearer ak_…'."))
                    .accessDeniedHandler(
                        (request, response, refusal) ->
                            answer(
                                response,
                                json,
                                403,
                                "This API key lacks the scope for that route.")))
        .build();
  }

  private static void answer(
      HttpServletResponse response, JsonMapper json, int status, String detail) throws IOException {
    var problem = ProblemDetail.forStatus(status);
    problem.setDetail(detail);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
