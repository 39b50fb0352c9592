package io.autodidact.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person is told when something did not work: the use case's own sentence where it has one,
 * else a number under which the log tells more. Never a stack trace.
 */
final class Troubles implements ErrorHandler {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  @Override
  public void error(ErrorEvent event) {
    var trouble = event.getThrowable();
    var sentence = sentence(trouble);
    var reference = sentence.isEmpty() ? log(trouble) : "";
    var ui = UI.getCurrent();
    if (ui != null) {
      Notice.warn(sentence.orElseGet(() -> ui.getTranslation("trouble.action", reference)));
    }
  }

  /** The sentence for people that use cases refuse with. */
  static Optional<String> sentence(Throwable trouble) {
    for (var cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof Conflict
          || cause instanceof NotFound
          || cause instanceof IllegalArgumentException) {
        return Optional.ofNullable(cause.getMessage());
      }
    }
    return Optional.empty();
  }

  /** Answers the reference that people can quote. */
  static String log(Throwable trouble) {
    var reference =
        HexFormat.of()
            .toHexDigits((short) ThreadLocalRandom.current().nextInt())
            .toUpperCase(Locale.ROOT);
    LOG.error("Trouble {} in the console", reference, trouble);
    return reference;
  }
}
