package io.autodidact.console.experience;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.autodidact.console.rollout.AttemptView;
import io.autodidact.experience.EditLesson.LessonChange;
import io.autodidact.experience.Experience.State;
import io.autodidact.experience.LessonView;
import java.util.function.BiConsumer;

/** A lesson: when it is used, what it says, what it is worth and where it comes from. */
final class LessonCard extends Card {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;
  private static final int MOST_EVIDENCE = 5;

  private final transient LessonView lesson;
  private final transient BiConsumer<LessonView, LessonChange> change;

  LessonCard(LessonView lesson, BiConsumer<LessonView, LessonChange> change) {
    this.lesson = lesson;
    this.change = change;
    addClassName("lesson");
    setHeaderSuffix(badge());
    show();
    edit();
  }

  private Badge badge() {
    var badge = new Badge(getTranslation("lesson.state." + lesson.state()));
    switch (lesson.state()) {
      case ACTIVE -> {
        // The plain colour.
      }
      case APPROVED -> badge.addThemeVariants(BadgeVariant.SUCCESS);
      case RETIRED, SWITCHED_OFF -> badge.addThemeVariants(BadgeVariant.WARNING);
    }
    return badge;
  }

  private void show() {
    var content = new Paragraph(lesson.content());
    content.addClassName("request");
    var when = new Paragraph(getTranslation("lesson.when", lesson.whenToUse()));
    when.addClassName("quiet");
    var lift =
        lesson
            .lift()
            .<Component>map(LiftBar::new)
            .orElseGet(() -> new Paragraph(getTranslation("lesson.not-measured")));
    removeAll();
    add(content, when, lift, evidence());
    setTitle(getTranslation("lesson.origin." + lesson.origin()), 2);
  }

  private Div evidence() {
    var evidence = new Div(new Span(getTranslation("lesson.evidence", lesson.evidence().size())));
    evidence.addClassName("evidence");
    int number = 1;
    for (var attempt : lesson.evidence().stream().limit(MOST_EVIDENCE).toList()) {
      evidence.add(
          new RouterLink(
              getTranslation("lesson.attempt", number++),
              AttemptView.class,
              AttemptView.at(attempt)));
    }
    return evidence;
  }

  private void edit() {
    var reword = new Button(getTranslation("lesson.reword"), click -> form());
    reword.addThemeVariants(ButtonVariant.TERTIARY);
    addToFooter(reword);
    if (lesson.state().isRecalled()) {
      addToFooter(put(State.SWITCHED_OFF, "lesson.switch-off"));
    } else {
      addToFooter(put(State.ACTIVE, "lesson.switch-on"));
    }
    if (lesson.state() != State.APPROVED) {
      addToFooter(put(State.APPROVED, "lesson.approve"));
    }
  }

  private Button put(State state, String text) {
    var button =
        new Button(
            getTranslation(text),
            click -> change.accept(lesson, LessonChange.state(lesson.version(), state)));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private void form() {
    var when = new TextField(getTranslation("lesson.when.label"));
    when.setHelperText(getTranslation("lesson.when.help"));
    when.setValue(lesson.whenToUse());
    var content = new TextArea(getTranslation("lesson.content.label"));
    content.setMaxLength(LONGEST);
    content.setValue(lesson.content());
    var save =
        new Button(
            getTranslation("goal.save"),
            click ->
                change.accept(
                    lesson,
                    LessonChange.words(lesson.version(), when.getValue(), content.getValue())));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    var leave = new Button(getTranslation("action.cancel"), click -> show());
    var buttons = new Div(leave, save);
    buttons.addClassName("actions");
    var form = new Div(when, content, buttons);
    form.addClassName("form");
    removeAll();
    add(form);
  }
}
