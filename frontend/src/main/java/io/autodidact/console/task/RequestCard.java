package io.autodidact.console.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.autodidact.console.Pills;
import io.autodidact.task.TaskView;
import java.util.List;
import java.util.function.Consumer;

/** What is asked, and other words for it. */
final class RequestCard extends Card {
  private static final long serialVersionUID = 1L;

  private final transient Consumer<String> reword;
  private final String text;

  RequestCard(TaskView view, Consumer<String> reword) {
    this.reword = reword;
    this.text = view.task().request();
    setTitle(getTranslation("task.request"), 2);
    show();
    var task = view.task();
    var about = new Pills(getTranslation("task.about"));
    about.show(
        List.of(
            getTranslation("split." + task.split()),
            getTranslation("difficulty." + task.difficulty()),
            task.family()));
    addToFooter(about);
  }

  private void show() {
    removeAll();
    var said = new Paragraph(text);
    said.addClassName("request");
    var edit = new Button(getTranslation("task.reword"), click -> edit());
    edit.addThemeVariants(ButtonVariant.TERTIARY);
    add(said, edit);
  }

  private void edit() {
    removeAll();
    var field = new TextArea(getTranslation("task.reword.label"));
    field.setHelperText(getTranslation("task.reword.help"));
    field.setValue(text);
    field.setMaxLength(2000);
    field.setWidthFull();
    var save = new Button(getTranslation("goal.save"), click -> reword.accept(field.getValue()));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    var leave = new Button(getTranslation("action.cancel"), click -> show());
    var buttons = new Div(leave, save);
    buttons.addClassName("actions");
    add(field, buttons);
    field.focus();
  }
}
