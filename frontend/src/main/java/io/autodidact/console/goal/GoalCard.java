package io.autodidact.console.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.autodidact.connector.Catalogue;
import io.autodidact.console.Pills;
import io.autodidact.exploration.MeantOperations;
import io.autodidact.goal.Goal;
import java.util.ArrayList;
import java.util.List;

/** A goal, and what it seems to mean. */
final class GoalCard extends Card {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 8;

  GoalCard(Goal goal, Catalogue catalogue, Runnable edit, Runnable remove) {
    var data = goal.data();
    add(new Paragraph(data.text()));
    var meant =
        MeantOperations.by(data.text(), catalogue).stream()
            .map(one -> one.operation().name())
            .toList();
    pills("goal.means", meant);
    pills("goal.never", data.forbidden().stream().sorted().toList());
    var limits = new ArrayList<String>();
    data.kinds().stream().sorted().forEach(kind -> limits.add(getTranslation("goal.kind." + kind)));
    data.difficulties().stream()
        .sorted()
        .forEach(one -> limits.add(getTranslation("difficulty." + one)));
    pills("goal.only", limits);
    var change = new Button(getTranslation("goal.edit"), click -> edit.run());
    change.addThemeVariants(ButtonVariant.TERTIARY);
    var drop = new Button(getTranslation("goal.remove"), click -> remove.run());
    drop.addThemeVariants(ButtonVariant.TERTIARY);
    addToFooter(change, drop);
  }

  private void pills(String label, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    var name = new Span(getTranslation(label));
    name.addClassName("label");
    var pills = new Pills(getTranslation(label));
    pills.show(words.stream().limit(MOST).toList());
    add(name, pills);
    if (words.size() > MOST) {
      var more = new Span(getTranslation("goal.more", words.size() - MOST));
      more.addClassName("quiet");
      add(more);
    }
  }
}
