package io.autodidact.console.task;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.autodidact.console.rollout.AttemptLine;
import io.autodidact.console.rollout.CompareView;
import io.autodidact.rollout.RolloutSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The attempts at a task; two of them can be laid side by side. */
final class AttemptsCard extends Card {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 60;

  private final List<UUID> chosen = new ArrayList<>();
  private final Button compare = new Button(getTranslation("task.compare"));

  AttemptsCard(List<RolloutSummary> attempts) {
    setTitle(getTranslation("task.attempts"), 2);
    if (attempts.isEmpty()) {
      add(TaskScreen.quiet(getTranslation("task.attempts.none")));
      return;
    }
    long solved = attempts.stream().filter(one -> one.reward() == 1).count();
    var list = new UnorderedList();
    list.addClassName("attempts");
    attempts.subList(Math.max(0, attempts.size() - MOST), attempts.size()).stream()
        .map(this::line)
        .forEach(list::add);
    add(TaskScreen.quiet(getTranslation("task.attempts.text", attempts.size(), solved)), list);
    compare.setEnabled(false);
    compare.addClickListener(
        click ->
            UI.getCurrent()
                .navigate(CompareView.class, CompareView.at(chosen.getFirst(), chosen.getLast())));
    addToFooter(compare);
  }

  private ListItem line(RolloutSummary attempt) {
    var box = new Checkbox();
    box.setAriaLabel(getTranslation("task.choose", AttemptLine.words(this, attempt)));
    box.addValueChangeListener(
        changed -> {
          if (changed.getValue()) {
            chosen.add(attempt.id());
          } else {
            chosen.remove(attempt.id());
          }
          compare.setEnabled(chosen.size() == 2);
        });
    return new ListItem(box, new AttemptLine(attempt));
  }
}
