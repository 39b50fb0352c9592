package io.autodidact.console.experience;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Notice;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.run.RunChoice;
import io.autodidact.experience.EditLesson.LessonChange;
import io.autodidact.experience.Experience.State;
import io.autodidact.experience.LessonView;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lessons of a learning run: what they are worth, and whether they are used. */
@Route("experience")
@Menu(title = "nav.experience", order = 50, icon = "vaadin:lightbulb")
@RolesAllowed("TEACH_AGENTS")
public class ExperienceView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Teaching teaching;
  private final RunChoice run;
  private final Select<State> state = new Select<>();
  private final VirtualList<LessonView> list = new VirtualList<>();
  private final Div empty = new Div();
  private transient Optional<RunScope> scope = Optional.empty();

  ExperienceView(AuthenticationContext authentication, Teaching teaching) {
    super("nav.experience");
    TenantId tenant = SignedIn.tenant(authentication);
    this.teaching = teaching;
    this.run = new RunChoice(teaching.runs(), tenant, "experience");
    state.setItems(State.values());
    state.setEmptySelectionAllowed(true);
    state.setEmptySelectionCaption(getTranslation("lesson.any"));
    state.setPlaceholder(getTranslation("lesson.any"));
    state.setLabel(getTranslation("lesson.state"));
    state.setItemLabelGenerator(
        one -> getTranslation(one == null ? "lesson.any" : "lesson.state." + one));
    state.addValueChangeListener(chosen -> show());
    list.setRenderer(new ComponentRenderer<>(lesson -> new LessonCard(lesson, this::change)));
    list.addClassName("lessons");
    addClassName("filled");
    var filters = new Div(run, state);
    filters.addClassName("filters");
    add(new Paragraph(getTranslation("lesson.text")), filters, empty, list);
  }

  private void change(LessonView lesson, LessonChange change) {
    teaching.edit().change(scope.orElseThrow(), lesson.id(), change);
    Notice.done(
        getTranslation(change.state().map(now -> "lesson.now." + now).orElse("lesson.reworded")));
    show();
  }

  private void show() {
    List<LessonView> lessons =
        scope.stream()
            .flatMap(one -> teaching.lessons().of(one).stream())
            .filter(lesson -> state.isEmpty() || lesson.state() == state.getValue())
            .sorted(
                Comparator.comparingDouble(
                    lesson -> -lesson.lift().map(lift -> lift.mean()).orElse(-1.0)))
            .toList();
    list.setItems(lessons);
    list.setVisible(!lessons.isEmpty());
    empty.removeAll();
    if (lessons.isEmpty()) {
      var which = state.isEmpty() ? "lesson.none." : "lesson.none-found.";
      empty.add(
          new EmptyState(
              VaadinIcon.LIGHTBULB,
              getTranslation(which + "title"),
              getTranslation(which + "text")));
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var shown = run.asked(event);
    run.setVisible(shown.isPresent());
    state.setVisible(shown.isPresent());
    scope = shown.map(one -> one.scope());
    show();
  }
}
