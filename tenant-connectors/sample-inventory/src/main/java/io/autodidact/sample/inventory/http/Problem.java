package io.autodidact.sample.inventory.http;

import io.autodidact.sample.inventory.kernel.FieldError;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a request failed, in the form of RFC 9457 with one entry for each field that is wrong. */
record Problem(String title, int status, String detail, List<FieldError> errors) {

  static Reply of(Refusal refusal) {
    return switch (refusal.kind()) {
      case INVALID -> of("Invalid request", 400, refusal);
      case UNKNOWN -> of("Not found", 404, refusal);
      case RULE -> of("Not allowed now", 409, refusal);
      case FULL -> of("No room", 503, refusal);
    };
  }

  static Reply of(String title, int status, String detail) {
    return new Problem(title, status, detail, List.of()).reply(Map.of());
  }

  static Reply notAllowed(String allowed) {
    return new Problem(
            "Method not allowed", 405, "This path answers " + allowed + " only.", List.of())
        .reply(Map.of("Allow", allowed));
  }

  private static Reply of(String title, int status, Refusal refusal) {
    return new Problem(title, status, refusal.detail(), refusal.errors()).reply(Map.of());
  }

  private Reply reply(Map<String, String> headers) {
    return new Reply(status, Optional.of(this), headers);
  }
}
