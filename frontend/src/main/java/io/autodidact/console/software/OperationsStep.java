package io.autodidact.console.software;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.environment.ConnectionDraft;
import io.autodidact.environment.SafetyPolicy;
import io.autodidact.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Step four: what may be used, and what must never happen. */
final class OperationsStep extends ConnectStep {
  private static final long serialVersionUID = 1L;

  private final transient Connecting connecting;
  private final transient TenantId tenant;
  private final transient List<Operation> operations = new ArrayList<>();
  private final Set<String> forbidden = new HashSet<>();
  private final TextField search = new TextField();
  private final Select<Effect> effect = new Select<>();
  private final Checkbox destructive = new Checkbox();
  private final Paragraph count = new Paragraph();
  private final Grid<Operation> grid = new Grid<>();
  private final transient ListDataProvider<Operation> shown = new ListDataProvider<>(operations);

  OperationsStep(Connecting connecting, TenantId tenant) {
    super("operations");
    this.connecting = connecting;
    this.tenant = tenant;
    destructive.setLabel(getTranslation("connect.destructive"));
    destructive.addValueChangeListener(chosen -> refresh());
    count.getElement().setAttribute("role", "status");
    count.addClassName("quiet");
    columns();
    add(destructive, filters(), count, grid);
  }

  private Div filters() {
    search.setPlaceholder(getTranslation("connect.search"));
    search.setAriaLabel(getTranslation("connect.search"));
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(typed -> refresh());
    effect.setItems(Effect.values());
    effect.setEmptySelectionAllowed(true);
    effect.setEmptySelectionCaption(getTranslation("connect.any-effect"));
    effect.setPlaceholder(getTranslation("connect.any-effect"));
    effect.setAriaLabel(getTranslation("connect.effect"));
    effect.setItemLabelGenerator(
        one -> getTranslation(one == null ? "connect.any-effect" : "effect." + one));
    effect.addValueChangeListener(chosen -> refresh());
    var allow = bulk("connect.allow-all", true);
    var forbid = bulk("connect.forbid-all", false);
    var filters = new Div(search, effect, allow, forbid);
    filters.addClassName("filters");
    return filters;
  }

  private Button bulk(String text, boolean allow) {
    var button =
        new Button(
            getTranslation(text),
            click -> {
              operations.stream()
                  .filter(this::matches)
                  .map(Operation::name)
                  .forEach(allow ? forbidden::remove : forbidden::add);
              refresh();
            });
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private void columns() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setDataProvider(shown);
    grid.addClassName("operations");
    grid.addColumn(new ComponentRenderer<>(this::allowance))
        .setHeader(getTranslation("connect.allowed"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(new ComponentRenderer<>(OperationsStep::what))
        .setHeader(getTranslation("software.operation"))
        .setFlexGrow(3);
    grid.addColumn(new ComponentRenderer<>(this::does))
        .setHeader(getTranslation("connect.effect"))
        .setFlexGrow(2);
  }

  private Checkbox allowance(Operation operation) {
    boolean closed = operation.effect() == Effect.DESTRUCTIVE && !destructive.getValue();
    var box = new Checkbox(!closed && !forbidden.contains(operation.name()));
    box.setEnabled(!closed);
    box.setAriaLabel(getTranslation("connect.allow", operation.name()));
    box.addValueChangeListener(
        chosen -> {
          if (chosen.getValue()) {
            forbidden.remove(operation.name());
          } else {
            forbidden.add(operation.name());
          }
          say();
        });
    return box;
  }

  private static Div what(Operation operation) {
    var name = new Span(operation.name());
    name.addClassName("mono");
    var summary = new Span(operation.summary());
    summary.addClassName("quiet");
    var cell = new Div(name, summary);
    cell.addClassName("stack");
    return cell;
  }

  private Div does(Operation operation) {
    var reason = new Span(operation.effectReason());
    reason.addClassName("quiet");
    var cell = new Div(new EffectBadge(operation.effect()), reason);
    cell.addClassName("stack");
    return cell;
  }

  private boolean matches(Operation operation) {
    var words = search.getValue().strip().toLowerCase(Locale.ROOT);
    var text = (operation.name() + " " + operation.summary()).toLowerCase(Locale.ROOT);
    return (effect.isEmpty() || operation.effect() == effect.getValue())
        && List.of(words.split("\\s+")).stream().allMatch(text::contains);
  }

  private void refresh() {
    shown.setFilter(this::matches);
    shown.refreshAll();
    say();
  }

  private void say() {
    var policy = policy();
    count.setText(
        getTranslation(
            "connect.count",
            operations.stream().filter(policy::allows).count(),
            operations.size()));
  }

  private SafetyPolicy policy() {
    return new SafetyPolicy(forbidden, destructive.getValue());
  }

  @Override
  void fill(ConnectionDraft draft) {
    operations.clear();
    draft.catalogue().ifPresent(catalogue -> operations.addAll(catalogue.operations()));
    forbidden.addAll(draft.data().policy().forbidden());
    destructive.setValue(draft.data().policy().allowDestructive());
    refresh();
  }

  @Override
  boolean keep() {
    became(connecting.drafts().put(tenant, draft(), draft().data().with(policy())));
    return true;
  }
}
