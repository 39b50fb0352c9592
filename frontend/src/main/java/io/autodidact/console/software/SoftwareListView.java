package io.autodidact.console.software;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Confirm;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.Viewer;
import io.autodidact.environment.ConnectionDraft;
import io.autodidact.environment.EnvironmentSummary;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The company's software, and connections that somebody began. */
@Route("software")
@Menu(title = "nav.software", order = 20, icon = "vaadin:connect")
@RolesAllowed("TEACH_AGENTS")
public class SoftwareListView extends Screen {
  private static final long serialVersionUID = 1L;

  private final transient TenantId tenant;
  private final transient Knowing knowing;
  private final Div list = new Div();

  SoftwareListView(AuthenticationContext authentication, Knowing knowing) {
    super("nav.software");
    this.tenant = SignedIn.tenant(authentication);
    this.knowing = knowing;
    list.addClassName("tiles");
    actions(connect());
    add(list);
    show();
  }

  private Button connect() {
    var connect =
        new Button(
            getTranslation("software.connect"),
            VaadinIcon.PLUS.create(),
            click -> UI.getCurrent().navigate(ConnectStartView.class));
    connect.addThemeVariants(ButtonVariant.PRIMARY);
    return connect;
  }

  private void show() {
    list.removeAll();
    var software = knowing.environments().all(tenant);
    List<ConnectionDraft> begun =
        knowing.drafts().unfinished(tenant).stream()
            .filter(draft -> draft.isDescribed() || !draft.data().name().isBlank())
            .toList();
    begun.stream().map(this::unfinished).forEach(list::add);
    software.stream().map(this::tile).forEach(list::add);
    if (software.isEmpty() && begun.isEmpty()) {
      list.add(
          new EmptyState(
              VaadinIcon.CONNECT,
              getTranslation("software.none.title"),
              getTranslation("software.none.text"),
              new RouterLink(getTranslation("software.connect"), ConnectStartView.class)));
    }
  }

  private Card tile(EnvironmentSummary software) {
    var tile = new Card();
    var name =
        new RouterLink(software.name(), SoftwareView.class, SoftwareView.at(software.id().value()));
    name.addClassName("title");
    tile.setTitle(name);
    tile.setSubtitle(
        new Span(
            getTranslation("software.since", Viewer.current().dateTime(software.createdAt()))));
    tile.add(new Paragraph(getTranslation("software.operations", software.operations())));
    return tile;
  }

  private Card unfinished(ConnectionDraft draft) {
    var tile = new Card();
    var name =
        draft.data().name().isBlank() ? getTranslation("software.unnamed") : draft.data().name();
    var link =
        new RouterLink(name, ConnectView.class, ConnectView.at(draft.id(), ConnectView.FIRST));
    link.addClassName("title");
    tile.setTitle(link);
    tile.setSubtitle(
        new Span(getTranslation("software.begun", Viewer.current().dateTime(draft.updatedAt()))));
    tile.setHeaderSuffix(
        new Badge(
            getTranslation(
                draft.changes().isPresent() ? "software.changing" : "software.unfinished")));
    var discard =
        new Button(getTranslation("software.discard"), click -> askToDiscard(draft, name));
    discard.addThemeVariants(ButtonVariant.TERTIARY);
    tile.addToFooter(discard);
    return tile;
  }

  private void askToDiscard(ConnectionDraft draft, String name) {
    Confirm.warn(
        getTranslation("software.discard.question", name),
        getTranslation("software.discard.consequence"),
        getTranslation("software.discard"),
        () -> {
          knowing.drafts().discard(tenant, draft.id());
          show();
        });
  }
}
