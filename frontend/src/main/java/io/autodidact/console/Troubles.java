package io.autodidact.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.connector.ConnectorException;
import io.autodidact.engine.EngineException;
import io.autodidact.release.BlobException;
import io.autodidact.tenant.Forbidden;
import io.autodidact.usage.QuotaExceeded;
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
public final class Troubles implements ErrorHandler {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  @Override
  public void error(ErrorEvent event) {
    var words = inWords(event.getThrowable());
    if (UI.getCurrent() != null) {
      Notice.warn(words);
    }
  }

  /** What people are told of it; logged where that is not all there is to say. */
  public static String inWords(Throwable trouble) {
    return sentence(trouble)
        .orElseGet(() -> I18NProvider.translate("trouble.action", log(trouble)));
  }

  /** The sentence for people that use cases refuse with. */
  private static Optional<String> sentence(Throwable trouble) {
    for (var cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof Conflict
          || cause instanceof NotFound
          || cause instanceof ConnectorException
          || cause instanceof EngineException
          || cause instanceof BlobException
          || cause instanceof QuotaExceeded
          || cause instanceof Forbidden
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
