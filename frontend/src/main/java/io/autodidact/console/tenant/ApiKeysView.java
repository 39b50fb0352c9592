package io.autodidact.console.tenant;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Confirm;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Notice;
import io.autodidact.console.Phones;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.Viewer;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantQueries;
import io.autodidact.tenant.TenantQueries.KeySummary;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

/** What programs sign in with: made here, shown once, revoked here. */
@Route("api-keys")
@Menu(title = "nav.keys", order = 120, icon = "vaadin:key")
@RolesAllowed("RUN_TENANT")
public class ApiKeysView extends Screen {
  private static final long serialVersionUID = 1L;

  private final transient TenantId tenant;
  private final transient ApiKeys keys;
  private final Grid<KeySummary> grid = new Grid<>();

  ApiKeysView(AuthenticationContext authentication, ApiKeys keys, TenantQueries queries) {
    super("nav.keys");
    this.tenant = SignedIn.tenant(authentication);
    this.keys = keys;
    var create =
        new Button(
            getTranslation("key.new"),
            VaadinIcon.PLUS.create(),
            click -> new NewKeyDialog(tenant, keys, this::refresh).open());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    actions(create);
    columns();
    grid.setItems(
        DataProvider.fromCallbacks(
            query -> queries.keys(tenant, query.getOffset(), query.getLimit()).stream(),
            query -> queries.keyCount(tenant)));
    addClassName("filled");
    add(grid);
  }

  private void columns() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(KeySummary::name).setHeader(getTranslation("key.name")).setFlexGrow(2);
    var may = grid.addColumn(this::scopes).setHeader(getTranslation("key.scopes")).setFlexGrow(2);
    var made =
        grid.addColumn(key -> Viewer.current().dateTime(key.createdAt()))
            .setHeader(getTranslation("key.created"))
            .setAutoWidth(true)
            .setFlexGrow(0);
    grid.addColumn(new ComponentRenderer<>(this::state))
        .setHeader(getTranslation("key.state"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    Phones.hide(grid, may, made);
    grid.setEmptyStateComponent(
        new EmptyState(
            VaadinIcon.KEY, getTranslation("key.none.title"), getTranslation("key.none.text")));
  }

  private String scopes(KeySummary key) {
    return key.scopes().stream()
        .sorted()
        .map(scope -> getTranslation("key.scope." + scope))
        .collect(Collectors.joining(", "));
  }

  private Button state(KeySummary key) {
    var revoke = new Button(getTranslation("key.revoke"), click -> ask(key));
    revoke.addThemeVariants(ButtonVariant.TERTIARY);
    key.revokedAt()
        .ifPresent(
            at -> {
              revoke.setText(getTranslation("key.revoked", Viewer.current().dateTime(at)));
              revoke.setEnabled(false);
            });
    revoke.setAriaLabel(revoke.getText() + " " + key.name());
    return revoke;
  }

  private void ask(KeySummary key) {
    Confirm.warn(
        getTranslation("key.revoke.question", key.name()),
        getTranslation("key.revoke.consequence"),
        getTranslation("key.revoke"),
        () -> {
          keys.revoke(tenant, key.id());
          Notice.done(getTranslation("key.revoke.done", key.name()));
          refresh();
        });
  }

  private void refresh() {
    grid.getDataProvider().refreshAll();
  }
}
