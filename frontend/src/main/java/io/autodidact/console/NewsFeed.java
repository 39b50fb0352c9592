package io.autodidact.console;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import io.autodidact.learning.RunEvents.RunEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A run's news, the newest on top. */
final class NewsFeed extends VerticalLayout {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private long last;

  NewsFeed() {
    setPadding(false);
    setSpacing(false);
  }

  /** The event shown last. */
  long last() {
    return last;
  }

  /** Answers whether an exam was among the news. */
  boolean add(List<RunEvent> events) {
    for (var event : events) {
      last = event.seq();
      addComponentAsFirst(line(event));
    }
    while (getComponentCount() > MOST) {
      remove(getComponentAt(MOST));
    }
    return events.stream().anyMatch(event -> event.kind().equals("exam"));
  }

  private static HorizontalLayout line(RunEvent event) {
    var time = new Span(TIME.format(event.at()));
    time.getStyle().setColor("var(--vaadin-text-color-secondary)");
    var kind = new Span(event.kind());
    kind.getStyle().setFontWeight("600");
    return new HorizontalLayout(time, kind, new Span(NewsWords.of(event)));
  }
}
