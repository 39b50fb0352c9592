package io.autodidact.serving;

import io.autodidact.api.NotFound;
import io.autodidact.api.OpenAiError;
import io.autodidact.connector.ConnectorException;
import io.autodidact.engine.EngineException;
import io.autodidact.release.BlobException;
import io.autodidact.usage.QuotaExceeded;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what went wrong in the shape that OpenAI's clients read. */
@RestControllerAdvice(assignableTypes = ChatApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ChatErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ChatErrors.class);

  private final Clock clock;

  ChatErrors(Clock clock) {
    this.clock = clock;
  }

  @ExceptionHandler
  ResponseEntity<OpenAiError> notFound(NotFound failure) {
    return answer(404, String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<OpenAiError> unreadable(HttpMessageNotReadableException failure) {
    return answer(400, "The body is not a chat completion request: " + failure.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<OpenAiError> badRequest(IllegalArgumentException failure) {
    return answer(400, String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<OpenAiError> tooMany(QuotaExceeded failure) {
    var answer = ResponseEntity.status(429);
    failure
        .retryAfter(clock.instant())
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds.toString()));
    return answer.body(OpenAiError.of(429, String.valueOf(failure.getMessage())));
  }

  @ExceptionHandler({EngineException.class, ConnectorException.class, BlobException.class})
  ResponseEntity<OpenAiError> unavailable(RuntimeException failure) {
    LOG.warn("An agent could not answer: {}", failure.getMessage());
    return answer(503, String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<OpenAiError> unexpected(RuntimeException failure) {
    LOG.error("An agent could not answer", failure);
    return answer(500, "The platform failed at this request; the reason is in its log.");
  }

  private static ResponseEntity<OpenAiError> answer(int status, String message) {
    return ResponseEntity.status(status).body(OpenAiError.of(status, message));
  }
}
