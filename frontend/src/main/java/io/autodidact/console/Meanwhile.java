package io.autodidact.console;

import com.vaadin.flow.component.UI;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work that takes a moment: the page stays alive, and what came of it is pushed. */
public final class Meanwhile {
  private Meanwhile() {}

  /**
   * Does the work beside the page, then shows what came of it.
   *
   * @param afterwards run first, whatever came of it
   */
  public static <T> void run(UI ui, Callable<T> work, Runnable afterwards, Consumer<T> show) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                var result = work.call();
                ui.access(
                    () -> {
                      afterwards.run();
                      show.accept(result);
                    });
              } catch (Exception e) {
                ui.access(
                    () -> {
                      afterwards.run();
                      Notice.warn(Troubles.inWords(e));
                    });
              }
            });
  }
}
