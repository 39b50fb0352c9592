package io.autodidact.console.task;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.autodidact.task.Split;
import io.autodidact.task.StoredTask.State;
import io.autodidact.task.TaskQueries.Wanted;
import io.autodidact.task.TaskRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which tasks of a run are wanted. */
final class TaskFilters extends Div {
  private static final long serialVersionUID = 1L;

  private final TextField search = new TextField();
  private final Select<Split> split;
  private final Select<Integer> difficulty;
  private final Select<State> state;
  private final ComboBox<String> family = new ComboBox<>();

  TaskFilters(Consumer<Wanted> changed) {
    addClassName("filters");
    search.setPlaceholder(getTranslation("task.search"));
    search.setAriaLabel(getTranslation("task.search"));
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(typed -> changed.accept(wanted()));
    split = select("task.split", "task.split.any", "split.", List.of(Split.values()), changed);
    difficulty =
        select("task.difficulty", "task.difficulty.any", "difficulty.", List.of(1, 2, 3), changed);
    state = select("task.state", "task.state.any", "task.state.", List.of(State.values()), changed);
    family.setPlaceholder(getTranslation("task.family"));
    family.setAriaLabel(getTranslation("task.family"));
    family.setClearButtonVisible(true);
    family.addValueChangeListener(chosen -> changed.accept(wanted()));
    add(search, split, difficulty, state, family);
  }

  private <T> Select<T> select(
      String name, String any, String words, List<T> items, Consumer<Wanted> changed) {
    var select = new Select<T>();
    select.setItems(items);
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(getTranslation(any));
    select.setPlaceholder(getTranslation(any));
    select.setAriaLabel(getTranslation(name));
    select.setItemLabelGenerator(one -> getTranslation(one == null ? any : words + one));
    select.addValueChangeListener(chosen -> changed.accept(wanted()));
    return select;
  }

  void families(List<String> families) {
    family.setItems(families);
  }

  boolean isNarrow() {
    return !(search.isEmpty()
        && split.isEmpty()
        && difficulty.isEmpty()
        && state.isEmpty()
        && family.isEmpty());
  }

  Wanted wanted() {
    return new Wanted(
        new TaskRepository.Filter(
            split.getOptionalValue(),
            Optional.ofNullable(family.getValue()),
            difficulty.getOptionalValue(),
            state.getOptionalValue()),
        search.getValue());
  }
}
