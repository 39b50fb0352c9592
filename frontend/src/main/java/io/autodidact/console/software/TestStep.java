package io.autodidact.console.software;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Defect;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.console.Loading;
import io.autodidact.console.Mark;
import io.autodidact.console.Meanwhile;
import io.autodidact.environment.ConnectionDraft;
import io.autodidact.environment.TestConnection.Probe;
import io.autodidact.environment.TestConnection.Tested;
import io.autodidact.tenant.TenantId;
import java.util.List;
import java.util.function.Consumer;

/** Step three: tries the connection and says what was found, and what is wrong. */
final class TestStep extends ConnectStep {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  private final transient Connecting connecting;
  private final transient TenantId tenant;
  private final transient Consumer<Boolean> mayGoOn;
  private final Div results = new Div();
  private final Button again = new Button(VaadinIcon.REFRESH.create());

  TestStep(Connecting connecting, TenantId tenant, Consumer<Boolean> mayGoOn) {
    super("test");
    this.connecting = connecting;
    this.tenant = tenant;
    this.mayGoOn = mayGoOn;
    results.addClassName("results");
    results.getElement().setAttribute("aria-live", "polite");
    again.setText(getTranslation("connect.test.again"));
    again.addClickListener(click -> test());
    add(results, again);
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    test();
  }

  private void test() {
    results.removeAll();
    results.add(new Loading(getTranslation("connect.test.doing")));
    again.setEnabled(false);
    mayGoOn.accept(false);
    var id = draft().id();
    Meanwhile.run(
        getUI().orElseThrow(),
        () -> connecting.test().test(tenant, id),
        () -> {
          again.setEnabled(true);
          results.removeAll();
        },
        this::show);
  }

  private void show(Tested tested) {
    switch (tested) {
      case Tested.Readable(var catalogue, var probe) -> {
        found(catalogue);
        probe.ifPresentOrElse(this::answered, () -> line(Mark.HINT, "connect.test.no-probe"));
        defects(catalogue.defects());
        mayGoOn.accept(!catalogue.operations().isEmpty());
      }
      case Tested.Unusable(var fault, var problem) ->
          results.add(
              new Mark(
                  Mark.WRONG,
                  getTranslation("connect.test.unusable"),
                  problem + " " + getTranslation("connect.fault." + fault)));
    }
  }

  private void line(String mark, String text, Object... parameters) {
    results.add(new Mark(mark, getTranslation(text, parameters), ""));
  }

  private void found(Catalogue catalogue) {
    if (catalogue.operations().isEmpty()) {
      line(Mark.WRONG, "connect.test.nothing");
      return;
    }
    results.add(
        new Mark(
            Mark.RIGHT,
            getTranslation("connect.test.found", catalogue.operations().size()),
            getTranslation(
                "connect.test.effects",
                count(catalogue, Effect.READ),
                count(catalogue, Effect.WRITE),
                count(catalogue, Effect.DESTRUCTIVE))));
  }

  private static long count(Catalogue catalogue, Effect effect) {
    return catalogue.operations().stream().filter(one -> one.effect() == effect).count();
  }

  private void answered(Probe probe) {
    switch (probe.outcome()) {
      case Outcome.Succeeded ignored -> line(Mark.RIGHT, "connect.test.answers", probe.operation());
      case Outcome.Refused(int code, var message, var ignored) when code == 401 || code == 403 ->
          told("connect.test.credentials", code, message);
      case Outcome.Refused(int code, var message, var ignored) ->
          results.add(
              new Mark(
                  Mark.HINT,
                  getTranslation("connect.test.refused", probe.operation(), code),
                  message));
      case Outcome.Broken(int code, var message) -> told("connect.test.broken", code, message);
      case Outcome.Unreachable(var message) -> told("connect.test.unreachable", 0, message);
    }
  }

  private void told(String text, int code, String message) {
    results.add(new Mark(Mark.WRONG, getTranslation(text, code), message));
  }

  private void defects(List<Defect> defects) {
    if (defects.isEmpty()) {
      return;
    }
    var list = new UnorderedList();
    defects.stream()
        .limit(MOST)
        .map(one -> new ListItem(new Code(one.where()), new Span(" " + one.problem())))
        .forEach(list::add);
    var details = new Details(getTranslation("connect.test.defects.show"), list);
    results.add(new Mark(Mark.HINT, getTranslation("connect.test.defects", defects.size()), ""));
    results.add(details);
  }

  @Override
  void fill(ConnectionDraft shown) {
    // The test begins when the step is shown.
  }

  @Override
  boolean keep() {
    return connecting
        .drafts()
        .find(tenant, draft().id())
        .filter(draft -> draft.catalogue().isPresent())
        .isPresent();
  }
}
