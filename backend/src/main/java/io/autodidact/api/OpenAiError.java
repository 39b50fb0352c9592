package io.autodidact.api;

import java.util.Optional;

/** An error as clients of OpenAI's API read it. */
public record OpenAiError(Body error) {
  /**
   * What went wrong.
   *
   * @param type the sort of error, as OpenAI names it
   * @param code a word for programs
   */
  public record Body(String message, String type, Optional<String> param, Optional<String> code) {}

  public static OpenAiError of(int status, String message) {
    return new OpenAiError(
        new Body(message, type(status), Optional.empty(), Optional.of(code(status))));
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  private static String code(int status) {
    return switch (status) {
      case 401 -> "invalid_api_key";
      case 403 -> "insufficient_scope";
      case 404 -> "not_found";
      case 409 -> "conflict";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_exceeded";
      case 503 -> "unavailable";
      default -> status < 500 ? "invalid_request" : "internal_error";
    };
  }
}
