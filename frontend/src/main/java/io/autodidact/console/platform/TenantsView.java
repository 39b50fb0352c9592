package io.autodidact.console.platform;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.autodidact.console.Confirm;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Notice;
import io.autodidact.console.Phones;
import io.autodidact.console.Screen;
import io.autodidact.console.Viewer;
import io.autodidact.console.tenant.FirstPasswordDialog;
import io.autodidact.identity.Companies;
import io.autodidact.tenant.Tenant;
import jakarta.annotation.security.RolesAllowed;

/** All tenants of the platform; makes them, shuts them out and lets them in again. */
@Route("tenants")
@Menu(title = "tenants.title", order = 90, icon = "vaadin:office")
@RolesAllowed("RUN_PLATFORM")
public class TenantsView extends Screen {
  private static final long serialVersionUID = 1L;

  private final transient Companies companies;
  private final Grid<Tenant> grid = new Grid<>();

  TenantsView(Companies companies) {
    super("tenants.title");
    this.companies = companies;
    columns();
    grid.setItems(
        DataProvider.fromCallbacks(
            query -> companies.page(query.getOffset(), query.getLimit()).stream(),
            query -> companies.count()));
    var create =
        new Button(getTranslation("tenants.create"), VaadinIcon.PLUS.create(), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    actions(create);
    add(grid);
    addClassName("filled");
  }

  private void columns() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(Tenant::name).setHeader(getTranslation("tenants.name")).setFlexGrow(2);
    var alias = grid.addColumn(Tenant::alias).setHeader(getTranslation("tenants.alias"));
    grid.addColumn(this::state).setHeader(getTranslation("tenants.state"));
    var since =
        grid.addColumn(tenant -> Viewer.current().dateTime(tenant.createdAt()))
            .setHeader(getTranslation("tenants.since"));
    grid.addColumn(new ComponentRenderer<>(this::toggle)).setAutoWidth(true).setFlexGrow(0);
    Phones.hide(grid, alias, since);
    grid.setEmptyStateComponent(
        new EmptyState(
            VaadinIcon.OFFICE,
            getTranslation("tenants.none.title"),
            getTranslation("tenants.none.text")));
  }

  private String state(Tenant tenant) {
    return getTranslation(tenant.inStep() ? "tenant." + tenant.state() : "tenant.PENDING");
  }

  private Button toggle(Tenant tenant) {
    boolean active = tenant.state() == Tenant.State.ACTIVE;
    var button =
        new Button(
            getTranslation(active ? "tenants.disable" : "tenants.enable"),
            click -> {
              if (active) {
                disable(tenant);
              } else {
                companies.enable(tenant.id());
                done("tenants.enabled", tenant);
              }
            });
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(
        getTranslation(active ? "tenants.disable.one" : "tenants.enable.one", tenant.name()));
    return button;
  }

  private void disable(Tenant tenant) {
    Confirm.warn(
        getTranslation("tenants.disable.question", tenant.name()),
        getTranslation("tenants.disable.consequence"),
        getTranslation("tenants.disable"),
        () -> {
          companies.disable(tenant.id());
          done("tenants.disabled", tenant);
        });
  }

  private void done(String sentence, Tenant tenant) {
    grid.getDataProvider().refreshAll();
    Notice.done(getTranslation(sentence, tenant.name()));
  }

  private void create() {
    new CreateTenantDialog(
            wanted -> {
              var created = companies.create(wanted.alias(), wanted.name(), wanted.admin());
              done("tenants.created", created.tenant());
              created
                  .firstPassword()
                  .ifPresent(password -> FirstPasswordDialog.show(wanted.admin().name(), password));
            })
        .open();
  }
}
