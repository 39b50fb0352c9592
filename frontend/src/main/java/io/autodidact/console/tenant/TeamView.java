package io.autodidact.console.tenant;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Confirm;
import io.autodidact.console.Notice;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.identity.Team;
import io.autodidact.tenant.Member;
import io.autodidact.tenant.PersonRole;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;

/** Who works for the tenant, as what; invites and removes. */
@Route("team")
@Menu(title = "team.title", order = 70, icon = "vaadin:users")
@RolesAllowed("RUN_TENANT")
public class TeamView extends Screen {
  private static final long serialVersionUID = 1L;

  private final transient Team team;
  private final transient TenantId tenant;
  private final Grid<Member> grid;

  TeamView(AuthenticationContext authentication, Team team) {
    super("team.title");
    this.team = team;
    this.tenant = SignedIn.tenant(authentication);
    this.grid = new MemberGrid(this::actions);
    grid.setItems(
        DataProvider.fromCallbacks(
            query -> team.page(tenant, query.getOffset(), query.getLimit()).stream(),
            query -> team.count(tenant)));
    var invite =
        new Button(getTranslation("team.invite"), VaadinIcon.PLUS.create(), click -> invite());
    invite.addThemeVariants(ButtonVariant.PRIMARY);
    actions(invite);
    add(grid);
    addClassName("filled");
  }

  private void invite() {
    new InviteDialog(
            invitation -> {
              var invited = team.invite(tenant, invitation);
              grid.getDataProvider().refreshAll();
              invited
                  .firstPassword()
                  .ifPresentOrElse(
                      password -> FirstPasswordDialog.show(invitation.name(), password),
                      () -> Notice.done(getTranslation("team.invited", invitation.name())));
            })
        .open();
  }

  private MemberActions actions(Member member) {
    return new MemberActions(
        member, () -> turn(member), () -> openAgain(member), () -> remove(member));
  }

  private void turn(Member member) {
    var role =
        member.role() == PersonRole.TENANT_ADMIN
            ? PersonRole.BUSINESS_USER
            : PersonRole.TENANT_ADMIN;
    team.changeRole(tenant, member.id(), role);
    grid.getDataProvider().refreshAll();
    Notice.done(getTranslation("team.turned", member.name(), getTranslation("role." + role)));
  }

  private void openAgain(Member member) {
    FirstPasswordDialog.show(member.name(), team.firstPassword(tenant, member.id()));
  }

  private void remove(Member member) {
    Confirm.warn(
        getTranslation("team.remove.question", member.name()),
        getTranslation("team.remove.consequence"),
        getTranslation("team.remove"),
        () -> {
          team.remove(tenant, member.id());
          grid.getDataProvider().refreshAll();
          Notice.done(getTranslation("team.removed", member.name()));
        });
  }
}
