package io.autodidact.console.goal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.exploration.MeantOperations;
import io.autodidact.goal.GoalData;
import io.autodidact.goal.GoalData.Kind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A goal in plain words; what it seems to mean is shown while it is typed. */
final class GoalForm extends Div {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 4000;
  private static final int PAUSE_MS = 300;

  private final transient Catalogue catalogue;
  private final TextArea text = new TextArea();
  private final MeaningPanel meaning = new MeaningPanel(this::forbid);
  private final MultiSelectComboBox<String> forbidden = new MultiSelectComboBox<>();
  private final CheckboxGroup<Kind> kinds = new CheckboxGroup<>();
  private final CheckboxGroup<Integer> difficulties = new CheckboxGroup<>();

  GoalForm(Catalogue catalogue, Optional<GoalData> known, Consumer<GoalData> keep) {
    this.catalogue = catalogue;
    text.setLabel(getTranslation("goal.text"));
    text.setHelperText(getTranslation("goal.text.help"));
    text.setPlaceholder(getTranslation("goal.text.example"));
    text.setMaxLength(LONGEST);
    text.setMinRows(3);
    text.setRequiredIndicatorVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(PAUSE_MS);
    text.addValueChangeListener(typed -> mean());
    forbidden.setLabel(getTranslation("goal.never"));
    forbidden.setHelperText(getTranslation("goal.never.help"));
    forbidden.setItems(catalogue.operations().stream().map(Operation::name).sorted().toList());
    forbidden.addValueChangeListener(chosen -> mean());
    kinds.setLabel(getTranslation("goal.kinds"));
    kinds.setItems(Kind.values());
    kinds.setItemLabelGenerator(kind -> getTranslation("goal.kind." + kind));
    difficulties.setLabel(getTranslation("goal.difficulties"));
    difficulties.setItems(1, 2, 3);
    difficulties.setItemLabelGenerator(one -> getTranslation("difficulty." + one));
    fill(known);
    var save = new Button(getTranslation("goal.save"));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.setDisableOnClick(true);
    save.addClickListener(
        click -> {
          try {
            keep(keep);
          } finally {
            save.setEnabled(true);
          }
        });
    var form = new Div(text, forbidden, kinds, difficulties, save);
    form.addClassName("form");
    addClassName("columns");
    add(form, meaning);
    mean();
  }

  private void fill(Optional<GoalData> known) {
    text.setValue(known.map(GoalData::text).orElse(""));
    forbidden.setValue(
        known.map(GoalData::forbidden).orElse(Set.of()).stream()
            .filter(name -> catalogue.find(name).isPresent())
            .collect(Collectors.toSet()));
    kinds.setValue(
        known.map(GoalData::kinds).filter(some -> !some.isEmpty()).orElse(Set.of(Kind.values())));
    difficulties.setValue(
        known.map(GoalData::difficulties).filter(some -> !some.isEmpty()).orElse(Set.of(1, 2, 3)));
  }

  private void mean() {
    meaning.show(
        MeantOperations.by(text.getValue(), catalogue),
        MeantOperations.against(text.getValue(), catalogue).stream()
            .filter(meant -> !forbidden.getValue().contains(meant.operation().name()))
            .toList(),
        text.getValue().isBlank());
  }

  private void forbid(String operation) {
    var more = new HashSet<>(forbidden.getValue());
    more.add(operation);
    forbidden.setValue(more);
  }

  private void keep(Consumer<GoalData> keep) {
    text.setInvalid(text.getValue().isBlank());
    text.setErrorMessage(getTranslation("goal.text.missing"));
    kinds.setInvalid(kinds.isEmpty());
    kinds.setErrorMessage(getTranslation("goal.choose-one"));
    difficulties.setInvalid(difficulties.isEmpty());
    difficulties.setErrorMessage(getTranslation("goal.choose-one"));
    if (!text.isInvalid() && !kinds.isInvalid() && !difficulties.isInvalid()) {
      keep.accept(
          new GoalData(
              text.getValue().strip(),
              forbidden.getValue(),
              all(kinds.getValue(), Kind.values().length),
              all(difficulties.getValue(), 3)));
    }
  }

  /** All that there are stand for no limit, so that kinds to come are not left out. */
  private static <T> Set<T> all(Set<T> chosen, int all) {
    return chosen.size() == all ? Set.of() : new LinkedHashSet<>(chosen);
  }
}
