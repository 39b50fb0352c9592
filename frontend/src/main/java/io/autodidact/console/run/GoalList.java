package io.autodidact.console.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What the agent shall learn, in the words of those who want it. */
final class GoalList extends Div {
  private static final long serialVersionUID = 1L;

  private final UnorderedList list = new UnorderedList();
  private final Paragraph none = new Paragraph(getTranslation("run.new.no-goals"));

  GoalList() {
    var label = new Span(getTranslation("run.new.goals"));
    label.setId("goals-label");
    label.addClassName("label");
    list.getElement().setAttribute("aria-labelledby", "goals-label");
    add(label, list, none);
  }

  void show(List<String> goals) {
    list.removeAll();
    goals.stream().map(ListItem::new).forEach(list::add);
    list.setVisible(!goals.isEmpty());
    none.setVisible(goals.isEmpty());
  }
}
