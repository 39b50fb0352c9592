package io.autodidact.console.software;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import io.autodidact.environment.ConnectionDraft;
import io.autodidact.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Step one: the software's name, its description, and where it is called. */
final class DescribeStep extends ConnectStep {
  private static final long serialVersionUID = 1L;
  private static final int MOST_BYTES = 50 << 20;

  /** How the description is given. */
  private enum Way {
    ADDRESS,
    UPLOAD,
    PASTE
  }

  private final transient Connecting connecting;
  private final transient TenantId tenant;
  private final TextField name = new TextField();
  private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
  private final TextField url = new TextField();
  private final Div file = new Div();
  private final Paragraph uploaded = new Paragraph();
  private final TextArea text = new TextArea();
  private final TextField base = new TextField();

  DescribeStep(Connecting connecting, TenantId tenant) {
    super("describe");
    this.connecting = connecting;
    this.tenant = tenant;
    name.setLabel(getTranslation("connect.name"));
    name.setHelperText(getTranslation("connect.name.help"));
    name.setMaxLength(200);
    name.setRequiredIndicatorVisible(true);
    way.setLabel(getTranslation("connect.way"));
    way.setItems(Way.values());
    way.setItemLabelGenerator(one -> getTranslation("connect.way." + one));
    way.addValueChangeListener(chosen -> offer(chosen.getValue()));
    url.setLabel(getTranslation("connect.url"));
    url.setPlaceholder("https://shop.example.com/openapi.json");
    text.setLabel(getTranslation("connect.paste"));
    text.setMinRows(8);
    text.setMaxRows(16);
    text.addClassName("mono");
    base.setLabel(getTranslation("connect.base"));
    base.setHelperText(getTranslation("connect.base.help"));
    base.setPlaceholder("https://shop.example.com/api");
    file.add(upload(), uploaded);
    var form = new Div(name, way, url, file, text, base);
    form.addClassName("form");
    add(form);
  }

  private Upload upload() {
    var upload = new Upload(UploadHandler.inMemory(this::uploaded));
    upload.setMaxFiles(1);
    upload.setMaxFileSize(MOST_BYTES);
    upload.setAcceptedFileTypes(".json", ".yaml", ".yml");
    var words = new UploadI18N();
    words.setAddFiles(
        new UploadI18N.AddFiles()
            .setOne(getTranslation("connect.upload"))
            .setMany(getTranslation("connect.upload")));
    words.setDropFiles(
        new UploadI18N.DropFiles()
            .setOne(getTranslation("connect.drop"))
            .setMany(getTranslation("connect.drop")));
    words.setError(
        new UploadI18N.Error()
            .setFileIsTooBig(getTranslation("connect.too-big"))
            .setTooManyFiles(getTranslation("connect.one-file"))
            .setIncorrectFileType(getTranslation("connect.file-type")));
    upload.setI18n(words);
    return upload;
  }

  private void uploaded(UploadMetadata metadata, byte[] bytes) {
    getUI()
        .ifPresent(
            ui ->
                ui.access(
                    () -> {
                      var content = new String(bytes, StandardCharsets.UTF_8);
                      var data =
                          draft().data().describedBy(metadata.fileName(), "", base.getValue());
                      became(
                          connecting
                              .drafts()
                              .describe(
                                  tenant,
                                  draft(),
                                  data.named(name.getValue()),
                                  Optional.of(content)));
                      told(metadata.fileName());
                    }));
  }

  private void told(String fileName) {
    uploaded.setText(
        fileName.isBlank()
            ? getTranslation("connect.kept")
            : getTranslation("connect.kept.file", fileName));
    uploaded.setVisible(draft().hasDocument());
  }

  private void offer(Way chosen) {
    url.setVisible(chosen == Way.ADDRESS);
    file.setVisible(chosen == Way.UPLOAD);
    text.setVisible(chosen == Way.PASTE);
  }

  @Override
  void fill(ConnectionDraft draft) {
    var data = draft.data();
    name.setValue(data.name());
    url.setValue(data.documentUrl());
    base.setValue(data.baseUrl());
    way.setValue(draft.hasDocument() ? Way.UPLOAD : Way.ADDRESS);
    told(data.documentName());
  }

  @Override
  boolean keep() {
    boolean given =
        switch (way.getValue()) {
          case ADDRESS -> !url.isEmpty();
          case UPLOAD -> draft().hasDocument();
          case PASTE -> !text.isEmpty();
        };
    complain(url, way.getValue() == Way.ADDRESS && !given, "connect.url.missing");
    complain(name, name.getValue().isBlank(), "connect.name.missing");
    text.setInvalid(way.getValue() == Way.PASTE && !given);
    text.setErrorMessage(getTranslation("connect.paste.missing"));
    uploaded.setVisible(uploaded.isVisible() || way.getValue() == Way.UPLOAD);
    if (way.getValue() == Way.UPLOAD && !given) {
      uploaded.setText(getTranslation("connect.upload.missing"));
    }
    if (!given || name.getValue().isBlank()) {
      return false;
    }
    store();
    return true;
  }

  private static void complain(TextField field, boolean wrong, String message) {
    field.setInvalid(wrong);
    field.setErrorMessage(field.getTranslation(message));
  }

  private void store() {
    var chosen = way.getValue();
    var address = chosen == Way.ADDRESS ? url.getValue().strip() : "";
    var known = draft().data();
    var file = chosen == Way.UPLOAD ? known.documentName() : "";
    var data =
        known.named(name.getValue().strip()).describedBy(file, address, base.getValue().strip());
    boolean sameDescription =
        address.equals(known.documentUrl())
            && data.baseUrl().equals(known.baseUrl())
            && chosen != Way.PASTE
            && draft().hasDocument() == (chosen == Way.UPLOAD);
    if (sameDescription || chosen == Way.UPLOAD) {
      became(connecting.drafts().put(tenant, draft(), data));
    } else {
      var document = chosen == Way.PASTE ? Optional.of(text.getValue()) : Optional.<String>empty();
      became(connecting.drafts().describe(tenant, draft(), data, document));
    }
  }
}
