package io.autodidact.console.run;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.autodidact.console.Viewer;
import io.autodidact.learning.RunEvents.RunEvent;
import java.util.List;

/** A run's news, the newest on top. */
final class NewsFeed extends UnorderedList {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  private long last;

  NewsFeed() {
    addClassName("news");
  }

  /** The event shown last. */
  long last() {
    return last;
  }

  /** Adds what is worth reading. */
  void add(List<RunEvent> events) {
    var viewer = Viewer.current();
    for (var event : events) {
      last = event.seq();
      var words = NewsWords.of(event, viewer, (key, values) -> getTranslation(key, values));
      if (!words.isBlank()) {
        addComponentAsFirst(line(viewer.time(event.at()), words));
      }
    }
    while (getComponentCount() > MOST) {
      remove(getComponentAt(MOST));
    }
  }

  private static ListItem line(String time, String words) {
    var when = new Span(time);
    when.addClassNames("quiet", "numbers");
    return new ListItem(when, new Span(words));
  }
}
