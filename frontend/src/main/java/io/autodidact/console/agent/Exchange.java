package io.autodidact.console.agent;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.console.Loading;
import io.autodidact.console.Troubles;
import io.autodidact.release.Release;
import io.autodidact.serving.Served;
import io.autodidact.serving.Served.StepTaken;
import io.autodidact.tenant.Caller;
import java.util.List;

/** A request, and what the agent did and said to it. */
final class Exchange extends Div {
  private static final long serialVersionUID = 1L;

  private final String request;
  private final transient Caller person;
  private final transient TalkToAgent talk;
  private final Card answer = new Card();

  Exchange(String request, Caller person, TalkToAgent talk) {
    this.request = request;
    this.person = person;
    this.talk = talk;
    addClassName("exchange");
    var asked = new Paragraph(request);
    asked.addClassName("asked");
    answer.add(new Loading(getTranslation("try.working")));
    add(asked, answer);
  }

  /** Asks, which may take minutes, and shows the answer when it comes. */
  void answer(Release release, Runnable afterwards) {
    var ui = UI.getCurrent();
    Thread.ofVirtual().start(() -> work(ui, release, afterwards));
  }

  private void work(UI ui, Release release, Runnable afterwards) {
    try {
      var served = talk.ask().ask(release, request);
      ui.access(() -> show(served));
    } catch (InterruptedException | RuntimeException e) {
      ui.access(() -> say(Troubles.inWords(e)));
    } finally {
      ui.access(afterwards::run);
    }
  }

  private void say(String words) {
    answer.removeAll();
    var paragraph = new Paragraph(words);
    paragraph.addClassName("said");
    answer.add(paragraph);
  }

  private void show(Served served) {
    var approval = served.autodidact().approval();
    say(approval.isPresent() ? getTranslation("try.approval") : served.text());
    approval.ifPresent(
        waiting ->
            answer.add(
                new ApprovalBox(waiting, () -> talk.redeem().redeem(person, waiting.token()))));
    var steps = served.autodidact().steps();
    if (!steps.isEmpty()) {
      answer.add(steps(steps));
    }
  }

  private Details steps(List<StepTaken> steps) {
    var list = new OrderedList();
    list.addClassName("steps");
    steps.forEach(
        step -> {
          var saw = new Div(step.observation());
          saw.addClassNames("quiet", "saw");
          list.add(new ListItem(new Code(step.action()), saw));
        });
    return new Details(getTranslation("try.steps", steps.size()), list);
  }
}
