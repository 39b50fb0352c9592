package io.autodidact.api;

import io.autodidact.api.IdempotentRequests.Answer;
import io.autodidact.api.IdempotentRequests.Standing;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Honours {@code Idempotency-Key} on every POST: the same request under the same key is carried out
 * once and answered alike (draft-ietf-httpapi-idempotency-key-header). Failures of the platform
 * (5xx) and refusals for now (409, 429) are not kept, so that the request can be sent again.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {
  private static final String HEADER = "Idempotency-Key";
  private static final int MOST_CHARACTERS = 200;

  private final IdempotentRequests requests;
  private final Errors errors;

  IdempotencyFilter(IdempotentRequests requests, Errors errors) {
    this.requests = requests;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod())
        || request.getHeader(HEADER) == null
        || caller().isEmpty();
  }

  private static Optional<Caller> caller() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(authentication -> authentication.getPrincipal())
        .filter(Caller.class::isInstance)
        .map(Caller.class::cast);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(HEADER);
    if (key.isBlank() || key.length() > MOST_CHARACTERS) {
      errors.write(request, response, 400, "An Idempotency-Key has 1 to 200 characters.");
      return;
    }
    var read = RereadRequest.read(request);
    if (read.isEmpty()) {
      errors.write(request, response, 413, "With an Idempotency-Key a body has at most 60 MB.");
      return;
    }
    var tenant = caller().orElseThrow().tenant();
    switch (requests.claim(tenant, key, read.get().digest())) {
      case Standing.First() -> carryOut(new Claim(tenant, key), read.get(), response, chain);
      case Standing.Answered(Answer answer) -> repeat(answer, response);
      case Standing.Underway() -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        errors.write(
            request, response, 409, "The first request with this Idempotency-Key still runs.");
      }
      case Standing.OtherRequest() ->
          errors.write(
              request,
              response,
              422,
              "This Idempotency-Key was used for another request; choose a new one.");
    }
  }

  private record Claim(TenantId tenant, String key) {}

  private void carryOut(
      Claim claim, RereadRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var copying = new CopyingResponse(response);
    boolean keep = false;
    try {
      chain.doFilter(request, copying);
      keep = worthKeeping(response.getStatus());
    } finally {
      if (keep) {
        requests.answered(
            claim.tenant(),
            claim.key(),
            new Answer(response.getStatus(), response.getContentType(), copying.copy()));
      } else {
        requests.release(claim.tenant(), claim.key());
      }
    }
  }

  private static boolean worthKeeping(int status) {
    return status < 500 && status != 409 && status != 429;
  }

  private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    response.setContentType(answer.contentType());
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
