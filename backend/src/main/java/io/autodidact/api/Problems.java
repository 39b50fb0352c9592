package io.autodidact.api;

import io.autodidact.connector.ConnectorException;
import io.autodidact.tenant.Forbidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Says what went wrong as RFC 9457 asks, with a sentence for whoever can mend it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail notFound(NotFound notFound) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, notFound.getMessage());
  }

  @ExceptionHandler
  ProblemDetail conflict(Conflict conflict) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, conflict.getMessage());
  }

  @ExceptionHandler
  ProblemDetail forbidden(Forbidden forbidden) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, forbidden.getMessage());
  }

  @ExceptionHandler
  ProblemDetail duplicate(DuplicateKeyException duplicate) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, "Something of that name exists already; choose another name.");
  }

  @ExceptionHandler
  ProblemDetail unusableSoftware(ConnectorException failure) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, failure.getMessage());
    problem.setProperty("fault", failure.fault());
    return problem;
  }

  @ExceptionHandler({IllegalArgumentException.class, JacksonException.class})
  ProblemDetail badRequest(RuntimeException failure) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, failure.getMessage());
  }

  /** The last resort: people learn that it is not their fault, operators where to look. */
  @ExceptionHandler
  ProblemDetail unexpected(RuntimeException failure) {
    LOG.error("A request failed", failure);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "The platform failed at this request; the reason is in its log. Try again later.");
  }
}
