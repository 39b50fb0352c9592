package io.autodidact.console.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.autodidact.exploration.MeantOperations.Meant;
import java.util.List;
import java.util.function.Consumer;

/** Which operations a goal seems to mean, by which of its words, and which it seems to forbid. */
final class MeaningPanel extends Card {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  private final transient Consumer<String> forbid;
  private final Div content = new Div();

  MeaningPanel(Consumer<String> forbid) {
    this.forbid = forbid;
    setTitle(getTranslation("goal.meaning"), 2);
    content.getElement().setAttribute("aria-live", "polite");
    add(content);
  }

  void show(List<Meant> meant, List<Meant> against, boolean empty) {
    content.removeAll();
    if (empty) {
      content.add(quiet(getTranslation("goal.meaning.empty")));
      return;
    }
    if (meant.isEmpty()) {
      content.add(quiet(getTranslation("goal.meaning.none")));
    } else {
      content.add(new Paragraph(getTranslation("goal.meaning.some", meant.size())));
      var list = new UnorderedList();
      list.addClassName("meant");
      meant.stream().limit(MOST).map(this::line).forEach(list::add);
      content.add(list);
      if (meant.size() > MOST) {
        content.add(quiet(getTranslation("goal.more", meant.size() - MOST)));
      }
    }
    if (!against.isEmpty()) {
      content.add(new H3(getTranslation("goal.against")));
      against.stream().limit(MOST).map(this::suggestion).forEach(content::add);
    }
  }

  private ListItem line(Meant meant) {
    var words = new Span(getTranslation("goal.by-words", String.join(", ", meant.words())));
    words.addClassName("quiet");
    return new ListItem(new Code(meant.operation().name()), words);
  }

  private Div suggestion(Meant meant) {
    var name = meant.operation().name();
    var button = new Button(getTranslation("goal.forbid"), click -> forbid.accept(name));
    button.setAriaLabel(getTranslation("goal.forbid.one", name));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    var line = new Div(new Code(name), button);
    line.addClassName("filters");
    return line;
  }

  private static Paragraph quiet(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassName("quiet");
    return paragraph;
  }
}
