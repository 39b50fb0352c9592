package io.autodidact.console.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.LiveUpdates;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.learning.RunFilter;
import io.autodidact.learning.RunState;
import io.autodidact.serving.ApprovalQueries.Waiting;
import io.autodidact.tenant.Caller;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;

/** Where one arrives: what needs a person, what goes on, what to do next. */
@Route("")
@Menu(title = "nav.home", order = 10, icon = "vaadin:home")
@RolesAllowed("TEACH_AGENTS")
public class HomeView extends Screen {
  private static final long serialVersionUID = 1L;
  private static final int FEW = 5;
  private static final RunFilter STOPPED =
      new RunFilter("", Set.of(RunState.FAILED, RunState.CANCELLED));

  private final transient Caller person;
  private final transient LookHome look;
  private final Div needs = new Div();
  private final RunLines stopped = new RunLines();
  private final RunLines lately = new RunLines();
  private final Card latelyCard = card("home.lately", lately);
  private final Checklist checklist = new Checklist();
  private final Paragraph nothing = new Paragraph(getTranslation("home.nothing"));
  private transient LiveUpdates updates = LiveUpdates.NONE;
  private transient List<Waiting> waiting = List.of();

  HomeView(AuthenticationContext authentication, LookHome look) {
    super("nav.home");
    this.person = SignedIn.caller(authentication);
    this.look = look;
    nothing.addClassName("quiet");
    var columns = new Div(checklist, card("home.needs", needs, stopped, nothing), latelyCard);
    columns.addClassName("columns");
    add(columns);
    show();
  }

  private Card card(String title, Component... contents) {
    var card = new Card();
    card.setTitle(getTranslation(title), 2);
    card.add(contents);
    return card;
  }

  private void show() {
    var tenant = person.tenant();
    showWaiting(look.approvals().waiting(tenant, FEW));
    var halted = look.runs().newest(tenant, STOPPED, 0, FEW);
    stopped.show(halted);
    nothing.setVisible(waiting.isEmpty() && halted.isEmpty());
    var newest = look.runs().newest(tenant, RunFilter.ALL, 0, FEW);
    lately.show(newest);
    latelyCard.setVisible(!newest.isEmpty());
    checklist.show(look.steps().of(tenant));
  }

  /** What stands there is left alone as long as it is the same: somebody may be reading it. */
  private void showWaiting(List<Waiting> now) {
    if (now.equals(waiting)) {
      return;
    }
    waiting = now;
    needs.removeAll();
    now.forEach(call -> needs.add(new WaitingCall(call, person, look.redeem())));
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    updates = LiveUpdates.every(attached.getUI(), this::show);
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    updates.stop();
  }
}
