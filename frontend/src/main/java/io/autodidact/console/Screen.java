package io.autodidact.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;

/**
 * A view: a heading that is also the page's title, what can be done, and below it what there is to
 * see. It is the page's main landmark.
 */
public abstract class Screen extends Main implements HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final H1 heading = new H1();
  private final Div way = new Div();
  private final Div beside = new Div();
  private final HorizontalLayout actions = new HorizontalLayout();

  /**
   * @param title names the text of the heading
   */
  protected Screen(String title) {
    addClassName("screen");
    setId("main");
    getElement().setAttribute("tabindex", "-1");
    var toggle = new DrawerToggle();
    toggle.setAriaLabel(getTranslation("shell.menu"));
    way.addClassName("way");
    beside.addClassName("beside");
    actions.addClassName("actions");
    actions.setWrap(true);
    var name = new Div(way, new Div(heading, beside));
    name.addClassName("name");
    var head = new Header(toggle, name, actions);
    head.addClassName("head");
    add(head);
    heading.setText(getTranslation(title));
  }

  /** A heading of its own, for example the name of the thing shown. */
  protected final void entitle(String words) {
    heading.setText(words);
  }

  /** Where one comes from, above the heading. */
  protected final void cameFrom(String text, Class<? extends Component> view) {
    way.removeAll();
    way.add(VaadinIcon.ANGLE_LEFT.create(), new RouterLink(getTranslation(text), view));
  }

  /** What stands beside the heading, such as a state. */
  protected final void beside(Component... components) {
    beside.removeAll();
    beside.add(components);
  }

  /** What can be done here, most important last. */
  protected final void actions(Component... components) {
    actions.removeAll();
    actions.add(components);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.title", heading.getText());
  }
}
