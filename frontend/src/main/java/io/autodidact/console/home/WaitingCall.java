package io.autodidact.console.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.console.agent.ApprovalBox;
import io.autodidact.serving.ApprovalQueries.Waiting;
import io.autodidact.serving.RedeemApproval;
import io.autodidact.tenant.Caller;

/** An agent waits for a person to let it make a call. */
final class WaitingCall extends Div {
  private static final long serialVersionUID = 1L;

  WaitingCall(Waiting call, Caller person, RedeemApproval redeem) {
    add(
        new Paragraph(getTranslation("home.wants", call.agent(), call.version())),
        new ApprovalBox(
            call.operation(),
            call.arguments(),
            call.expires(),
            () -> redeem.redeemById(person, call.id())));
  }
}
