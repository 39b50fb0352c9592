package io.autodidact.console.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.autodidact.release.Release;
import io.autodidact.release.VerifyBundle.Verification;
import java.io.IOException;

/** A version as one signed file: to take away, and to check. */
final class BundleBox extends Details {
  private static final long serialVersionUID = 1L;

  private final transient Release release;
  private final transient OpenAgent open;
  private final Paragraph result = new Paragraph();

  BundleBox(Release release, OpenAgent open) {
    this.release = release;
    this.open = open;
    setSummaryText(getTranslation("bundle.title"));
    var download =
        new Anchor(this::write, AttachmentType.DOWNLOAD, getTranslation("bundle.download"));
    var check =
        new Button(getTranslation("bundle.check"), VaadinIcon.SHIELD.create(), click -> check());
    check.setDisableOnClick(true);
    result.getElement().setAttribute("role", "status");
    var buttons = new Div(download, check);
    buttons.addClassName("actions");
    var digest = new Code(release.digest().hex());
    digest.addClassName("digest");
    add(
        new Paragraph(getTranslation("bundle.text")),
        buttons,
        result,
        new Paragraph(getTranslation("bundle.digest")),
        digest);
    check.addClickListener(click -> check.setEnabled(true));
  }

  private void write(DownloadEvent event) throws IOException {
    event.setFileName("%s-v%d.zip".formatted(release.manifest().agent(), release.version()));
    event.setContentType("application/zip");
    open.bundles().of(release).writeTo(event.getOutputStream());
  }

  private void check() {
    result.setText(
        switch (open.check().check(release)) {
          case Verification.Genuine(var manifest) ->
              getTranslation("bundle.genuine", manifest.signedBy());
          case Verification.Wrong(var problems) ->
              getTranslation("bundle.wrong", String.join(" ", problems));
        });
  }
}
