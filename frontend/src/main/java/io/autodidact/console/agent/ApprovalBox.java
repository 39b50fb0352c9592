package io.autodidact.console.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.connector.Outcome;
import io.autodidact.console.Confirm;
import io.autodidact.console.Troubles;
import io.autodidact.console.Viewer;
import io.autodidact.serving.RedeemApproval.Redeemed;
import io.autodidact.serving.Served.PendingApproval;
import java.time.Instant;

/** A call that can not be undone and waits for a person. */
public final class ApprovalBox extends Div {
  private static final long serialVersionUID = 1L;

  private final Button approve = new Button();
  private final Paragraph result = new Paragraph();

  /** Lets the call happen. */
  public interface Redeem {
    Redeemed redeem() throws InterruptedException;
  }

  ApprovalBox(PendingApproval waiting, Redeem redeem) {
    this(waiting.operation(), waiting.arguments(), Instant.parse(waiting.expires()), redeem);
  }

  /**
   * @param arguments as JSON
   */
  public ApprovalBox(String operation, String arguments, Instant expires, Redeem redeem) {
    addClassName("approval");
    result.getElement().setAttribute("role", "status");
    approve.setText(getTranslation("approval.approve"));
    approve.addThemeVariants(ButtonVariant.PRIMARY);
    approve.addClickListener(
        click ->
            Confirm.warn(
                getTranslation("approval.question", operation),
                getTranslation("approval.consequence", arguments),
                getTranslation("approval.approve"),
                () -> act(redeem)));
    add(
        new Code(operation + " " + arguments),
        new Paragraph(getTranslation("approval.until", Viewer.current().time(expires))),
        approve,
        result);
  }

  private void act(Redeem redeem) {
    approve.setEnabled(false);
    try {
      var redeemed = redeem.redeem();
      result.setText(
          redeemed.outcome() instanceof Outcome.Succeeded
              ? getTranslation("approval.done")
              : getTranslation("approval.failed"));
    } catch (InterruptedException | RuntimeException e) {
      result.setText(Troubles.inWords(e));
    }
  }
}
