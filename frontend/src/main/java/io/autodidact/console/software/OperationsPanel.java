package io.autodidact.console.software;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Phones;
import io.autodidact.console.Viewer;
import io.autodidact.exploration.ExplorationQueries.Seen;
import io.autodidact.exploration.SoftwareMap;
import io.autodidact.exploration.SoftwareMap.Place;
import io.autodidact.exploration.SoftwareMap.Reached;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Everything the software offers, as a list: what the map shows, for reading. */
final class OperationsPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient SoftwareMap map;
  private final transient Function<String, Optional<Seen>> look;
  private final TextField search = new TextField();
  private final Select<Reached> reached = new Select<>();
  private final Grid<Place> grid = new Grid<>();
  private final transient ListDataProvider<Place> places;

  OperationsPanel(SoftwareMap map, Function<String, Optional<Seen>> look) {
    this.map = map;
    this.look = look;
    this.places = new ListDataProvider<>(map.places());
    addClassName("stack");
    columns();
    add(filters(), grid);
  }

  private Div filters() {
    search.setPlaceholder(getTranslation("connect.search"));
    search.setAriaLabel(getTranslation("connect.search"));
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(typed -> filter());
    reached.setItems(Reached.values());
    reached.setEmptySelectionAllowed(true);
    reached.setAriaLabel(getTranslation("software.reached"));
    reached.setPlaceholder(getTranslation("software.any"));
    reached.setItemLabelGenerator(
        one ->
            one == null
                ? getTranslation("software.any")
                : ReachedSign.sign(one) + " " + getTranslation("reached." + one));
    reached.addValueChangeListener(chosen -> filter());
    var filters = new Div(search, reached);
    filters.addClassName("filters");
    return filters;
  }

  private void columns() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setDataProvider(places);
    grid.addClassName("operations");
    grid.addColumn(new ComponentRenderer<>(this::name))
        .setHeader(getTranslation("software.operation"))
        .setComparator(Comparator.comparing(Place::operation))
        .setFlexGrow(3);
    var group =
        grid.addColumn(Place::group).setHeader(getTranslation("software.group")).setSortable(true);
    var effect =
        grid.addColumn(new ComponentRenderer<>(place -> new EffectBadge(place.effect())))
            .setHeader(getTranslation("connect.effect"))
            .setComparator(Comparator.comparing(Place::effect));
    grid.addColumn(new ComponentRenderer<>(OperationsPanel::reach))
        .setHeader(getTranslation("software.reached"))
        .setComparator(Comparator.comparing(Place::reached))
        .setFlexGrow(3);
    var calls =
        grid.addColumn(place -> Viewer.current().number(place.calls()))
            .setHeader(getTranslation("software.tried"))
            .setComparator(Comparator.comparingInt(Place::calls))
            .setAutoWidth(true)
            .setFlexGrow(0);
    Phones.hide(grid, group, effect, calls);
    grid.setEmptyStateComponent(
        new EmptyState(
            VaadinIcon.SEARCH,
            getTranslation("software.none-found.title"),
            getTranslation("software.none-found.text")));
  }

  private Div name(Place place) {
    var open = new Button(place.operation(), click -> open(place.operation()));
    open.addThemeVariants(ButtonVariant.TERTIARY);
    open.addClassName("mono");
    var summary = new Span(place.summary());
    summary.addClassName("quiet");
    var cell = new Div(open, summary);
    cell.addClassName("stack");
    return cell;
  }

  private static Div reach(Place place) {
    var reason = new Span(place.reason());
    reason.addClassName("quiet");
    var cell = new Div(new ReachedSign(place.reached()), reason);
    cell.addClassName("stack");
    return cell;
  }

  private void open(String operation) {
    look.apply(operation)
        .ifPresent(
            seen -> {
              var dialog = new Dialog();
              dialog.setHeaderTitle(getTranslation("software.operation"));
              dialog.setWidth("40rem");
              dialog.add(
                  new OperationDetails(
                      seen,
                      map,
                      other -> {
                        dialog.close();
                        open(other);
                      }));
              dialog
                  .getFooter()
                  .add(new Button(getTranslation("action.close"), click -> dialog.close()));
              dialog.open();
            });
  }

  private void filter() {
    var words = List.of(search.getValue().strip().toLowerCase(Locale.ROOT).split("\\s+"));
    places.setFilter(
        place ->
            (reached.isEmpty() || place.reached() == reached.getValue())
                && words.stream()
                    .allMatch(
                        (place.operation() + " " + place.summary() + " " + place.group())
                                .toLowerCase(Locale.ROOT)
                            ::contains));
  }
}
