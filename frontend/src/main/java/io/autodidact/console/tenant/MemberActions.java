package io.autodidact.console.tenant;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.autodidact.tenant.Member;
import io.autodidact.tenant.PersonRole;

/** What can be done about a member. */
final class MemberActions extends MenuBar {
  private static final long serialVersionUID = 1L;

  MemberActions(Member member, Runnable turn, Runnable openAgain, Runnable remove) {
    addThemeVariants(MenuBarVariant.TERTIARY);
    var more = addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    more.setAriaLabel(getTranslation("team.more", member.name()));
    var menu = more.getSubMenu();
    menu.addItem(
        getTranslation(member.role() == PersonRole.TENANT_ADMIN ? "team.to-user" : "team.to-admin"),
        click -> turn.run());
    if (member.state() == Member.State.INVITED) {
      menu.addItem(getTranslation("team.open-again"), click -> openAgain.run());
    }
    menu.addSeparator();
    menu.addItem(getTranslation("team.remove"), click -> remove.run());
  }
}
