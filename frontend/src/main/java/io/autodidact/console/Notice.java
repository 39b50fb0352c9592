package io.autodidact.console;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A sentence that appears for a while and is read out. */
public final class Notice {
  private static final int DONE_MS = 4_000;
  private static final int TROUBLE_MS = 12_000;

  private Notice() {}

  /** Something that was asked for is done. */
  public static void done(String sentence) {
    show(sentence, DONE_MS).addThemeVariants(NotificationVariant.SUCCESS);
  }

  /** Something did not work, or wants attention. */
  public static void warn(String sentence) {
    var notification = show(sentence, TROUBLE_MS);
    notification.addThemeVariants(NotificationVariant.WARNING);
    notification.setAssertive(true);
  }

  private static Notification show(String sentence, int milliseconds) {
    return Notification.show(sentence, milliseconds, Notification.Position.BOTTOM_CENTER);
  }
}
