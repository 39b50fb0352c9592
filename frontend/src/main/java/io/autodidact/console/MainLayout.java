package io.autodidact.console;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantQueries;
import jakarta.annotation.security.PermitAll;

/** What stands around every view of somebody signed in: navigation, and the menu of the person. */
@Layout
@PermitAll
public class MainLayout extends AppLayout {
  private static final long serialVersionUID = 1L;

  MainLayout(AuthenticationContext authentication, TenantQueries tenants) {
    setPrimarySection(Section.DRAWER);
    addToDrawer(skip(), brand());
    var navigation = new Scroller(new Navigation());
    navigation.addClassName("navigation");
    addToDrawer(navigation);
    var tenant = tenants.name(SignedIn.tenant(authentication));
    var caller = SignedIn.caller(authentication);
    boolean person = caller.kind() == Caller.Kind.PERSON;
    var name = person ? caller.name() + " · " + tenant : tenant;
    addToDrawer(new UserMenu(name, person, authentication::logout));
  }

  /** The first thing that the keyboard reaches: past the navigation, into the view. */
  private NativeButton skip() {
    var skip =
        new NativeButton(
            getTranslation("shell.skip"),
            click -> getElement().executeJs("document.querySelector('main').focus()"));
    skip.addClassName("skip");
    return skip;
  }

  private Header brand() {
    var logo = new SvgIcon("logo.svg");
    logo.getElement().setAttribute("aria-hidden", "true");
    var name = new Span(getTranslation("shell.name"));
    var home = new Anchor("", logo, name);
    var brand = new Header(home);
    brand.addClassName("brand");
    return brand;
  }
}
