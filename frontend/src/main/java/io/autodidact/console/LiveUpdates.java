package io.autodidact.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a view look again every second while somebody has it open; what changed is pushed. */
public final class LiveUpdates {
  /** Of a view that nobody has open. */
  public static final LiveUpdates NONE = new LiveUpdates(Thread.ofVirtual().unstarted(() -> {}));

  private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Thread looker;

  private LiveUpdates(Thread looker) {
    this.looker = looker;
  }

  public static LiveUpdates every(UI ui, Runnable look) {
    return new LiveUpdates(Thread.ofVirtual().start(() -> keepLooking(ui, look)));
  }

  private static void keepLooking(UI ui, Runnable look) {
    try {
      while (true) {
        ui.access(look::run);
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException | UIDetachedException e) {
      LOG.trace("A view was left");
    }
  }

  public void stop() {
    looker.interrupt();
  }
}
