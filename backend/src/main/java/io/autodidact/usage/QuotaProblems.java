package io.autodidact.usage;

import java.time.Clock;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Says which quota is in the way: 429 with {@code Retry-After} where time helps, else 409, for then
 * something has to be given up first.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class QuotaProblems {
  private final Clock clock;

  QuotaProblems(Clock clock) {
    this.clock = clock;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> exceeded(QuotaExceeded refusal) {
    var wait = refusal.retryAfter(clock.instant());
    var status = wait.isPresent() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.CONFLICT;
    var standing = refusal.standing();
    var problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    problem.setTitle("Quota exceeded");
    problem.setProperty("quota", standing.quota());
    problem.setProperty("used", standing.used());
    problem.setProperty("reserved", standing.reserved());
    problem.setProperty("asked", standing.asked());
    problem.setProperty("limit", standing.limit());
    standing.freesUp().ifPresent(at -> problem.setProperty("freesUp", at.toString()));
    var answer = ResponseEntity.status(status);
    wait.ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds.toString()));
    return answer.body(problem);
  }
}
