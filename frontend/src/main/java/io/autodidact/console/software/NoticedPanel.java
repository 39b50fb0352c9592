package io.autodidact.console.software;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.autodidact.connector.Defect;
import io.autodidact.console.EmptyState;
import io.autodidact.exploration.Finding;
import java.util.List;

/** What is wrong with the software or its description, for those who can mend it. */
final class NoticedPanel extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  NoticedPanel(List<Finding> findings, List<Defect> defects) {
    addClassName("columns");
    if (findings.isEmpty() && defects.isEmpty()) {
      add(
          new EmptyState(
              VaadinIcon.CHECK_CIRCLE,
              getTranslation("noticed.none.title"),
              getTranslation("noticed.none.text")));
    }
    if (!findings.isEmpty()) {
      var list = new UnorderedList();
      findings.stream().limit(MOST).map(this::line).forEach(list::add);
      add(card("findings.title", "findings.text", list));
    }
    if (!defects.isEmpty()) {
      var list = new UnorderedList();
      defects.stream()
          .limit(MOST)
          .map(one -> new ListItem(new Code(one.where()), new Span(" " + one.problem())))
          .forEach(list::add);
      add(card("noticed.defects", "noticed.defects.text", list));
    }
  }

  private Card card(String title, String text, UnorderedList list) {
    var card = new Card();
    card.setTitle(getTranslation(title), 2);
    card.add(new Paragraph(getTranslation(text)), list);
    return card;
  }

  private ListItem line(Finding finding) {
    return new ListItem(
        new Code(finding.operation()),
        new Span(" " + getTranslation("finding." + finding.kind()) + ": " + finding.message()));
  }
}
