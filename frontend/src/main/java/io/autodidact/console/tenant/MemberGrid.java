package io.autodidact.console.tenant;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Phones;
import io.autodidact.tenant.Member;
import java.util.function.Function;

/** Members, a row each. */
final class MemberGrid extends Grid<Member> {
  private static final long serialVersionUID = 1L;

  MemberGrid(Function<Member, MemberActions> actions) {
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.NONE);
    addColumn(Member::name).setHeader(getTranslation("team.name")).setFlexGrow(2);
    var email =
        addColumn(member -> member.email().orElse(""))
            .setHeader(getTranslation("team.email"))
            .setFlexGrow(2);
    addColumn(member -> getTranslation("role." + member.role()))
        .setHeader(getTranslation("team.role"));
    var state = addColumn(this::state).setHeader(getTranslation("team.state"));
    // A menu that is measured before it is drawn would fold its button away.
    addColumn(new ComponentRenderer<>(actions::apply)).setWidth("6rem").setFlexGrow(0);
    Phones.hide(this, email, state);
    setEmptyStateComponent(
        new EmptyState(
            VaadinIcon.USERS, getTranslation("team.none.title"), getTranslation("team.none.text")));
  }

  private String state(Member member) {
    return getTranslation(member.inStep() ? "member." + member.state() : "member.PENDING");
  }
}
