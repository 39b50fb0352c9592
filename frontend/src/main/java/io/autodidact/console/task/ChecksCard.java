package io.autodidact.console.task;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.autodidact.task.TaskView;
import io.autodidact.task.TaskView.CheckInWords;

/** What must hold afterwards, in words. */
final class ChecksCard extends Card {
  private static final long serialVersionUID = 1L;

  ChecksCard(TaskView view) {
    setTitle(getTranslation("task.checks"), 2);
    var list = new UnorderedList();
    view.checked().stream().map(this::words).map(ListItem::new).forEach(list::add);
    add(TaskScreen.quiet(getTranslation("task.checks.text")), list);
  }

  private String words(CheckInWords check) {
    return switch (check) {
      case CheckInWords.Appears(var place, var value) ->
          getTranslation("check.appears", place, value);
      case CheckInWords.Gone(var place) -> getTranslation("check.gone", place);
      case CheckInWords.Turns(var place, var before, var after) ->
          getTranslation("check.turns", place, before, after);
      case CheckInWords.Answer(var values) ->
          getTranslation("check.answer", String.join(", ", values));
      case CheckInWords.NothingElse(int reads) -> getTranslation("check.nothing-else", reads);
    };
  }
}
