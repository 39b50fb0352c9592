package io.autodidact.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an error where no controller has been reached: as RFC 9457 asks, and in OpenAI's shape
 * below {@code /v1}, where its clients call.
 */
@Component
public class Errors {
  private final JsonMapper json;

  Errors(JsonMapper json) {
    this.json = json;
  }

  /** Writes it with a sentence that says what to do. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, int status, String detail)
      throws IOException {
    response.setStatus(status);
    if (request.getRequestURI().startsWith("/v1/")) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.getOutputStream().write(json.writeValueAsBytes(OpenAiError.of(status, detail)));
    } else {
      var problem = ProblemDetail.forStatus(status);
      problem.setDetail(detail);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
  }
}
