package io.autodidact.console.run;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.autodidact.exploration.Finding;
import java.util.List;

/** What is wrong with the software or its description, for those who can mend it. */
final class FindingsList extends Card {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 50;

  private final UnorderedList list = new UnorderedList();
  private final Paragraph more = new Paragraph();

  FindingsList() {
    setTitle(getTranslation("findings.title"), 2);
    list.addClassName("news");
    add(new Paragraph(getTranslation("findings.text")), list, more);
    setVisible(false);
  }

  void show(List<Finding> findings) {
    setVisible(!findings.isEmpty());
    list.removeAll();
    findings.stream().limit(MOST).map(this::line).forEach(list::add);
    more.setVisible(findings.size() > MOST);
    more.setText(getTranslation("findings.more", findings.size() - MOST));
  }

  private ListItem line(Finding finding) {
    var what =
        new Span(
            new Span(getTranslation("finding." + finding.kind().name()) + ": "),
            new Span(finding.message()));
    return new ListItem(new Code(finding.operation()), what);
  }
}
