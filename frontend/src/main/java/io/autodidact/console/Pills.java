package io.autodidact.console;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Short words beside one another, as a list. */
public final class Pills extends UnorderedList {
  private static final long serialVersionUID = 1L;

  public Pills(String label) {
    addClassName("pills");
    getElement().setAttribute("aria-label", label);
  }

  /** Shows these; nothing at all where there are none. */
  public void show(List<String> words) {
    removeAll();
    words.stream().map(ListItem::new).forEach(this::add);
    setVisible(!words.isEmpty());
  }
}
