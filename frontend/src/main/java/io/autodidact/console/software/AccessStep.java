package io.autodidact.console.software;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.autodidact.environment.Access;
import io.autodidact.environment.Access.Kind;
import io.autodidact.environment.ConnectionDraft;
import io.autodidact.tenant.TenantId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Step two: how the software knows who calls. Secrets can be written here, and never be read. */
final class AccessStep extends ConnectStep {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OPTIONAL = Set.of("tokenUrl", "scope", "clientSecret");

  private final transient Connecting connecting;
  private final transient TenantId tenant;
  private final Select<Kind> kind = new Select<>();
  private final Div form = new Div(kind);
  private final transient Map<String, TextField> fields = new LinkedHashMap<>();
  private final transient Map<String, PasswordField> secrets = new LinkedHashMap<>();

  AccessStep(Connecting connecting, TenantId tenant) {
    super("access");
    this.connecting = connecting;
    this.tenant = tenant;
    kind.setLabel(getTranslation("connect.kind"));
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(one -> getTranslation("connect.kind." + one));
    kind.addValueChangeListener(chosen -> ask(chosen.getValue()));
    form.addClassName("form");
    add(form);
  }

  private static List<String> fieldsOf(Kind kind) {
    return switch (kind) {
      case NONE, BEARER -> List.of();
      case HEADER, QUERY -> List.of("name");
      case BASIC -> List.of("user");
      case CLIENT_CREDENTIALS -> List.of("clientId", "tokenUrl", "scope");
      case PASSWORD -> List.of("clientId", "user", "tokenUrl", "scope");
    };
  }

  private static List<String> secretsOf(Kind kind) {
    return switch (kind) {
      case NONE -> List.of();
      case HEADER, QUERY, BEARER, BASIC, CLIENT_CREDENTIALS -> List.of("secret");
      case PASSWORD -> List.of("secret", "clientSecret");
    };
  }

  private void ask(Kind chosen) {
    fields.values().forEach(form::remove);
    secrets.values().forEach(form::remove);
    fields.clear();
    secrets.clear();
    var known = draft().data().access();
    boolean same = known.kind() == chosen;
    for (var name : fieldsOf(chosen)) {
      var field = new TextField(getTranslation("connect.field." + name));
      field.setRequiredIndicatorVisible(!OPTIONAL.contains(name));
      field.setHelperText(OPTIONAL.contains(name) ? getTranslation("connect.optional") : "");
      field.setValue(same ? known.fields().getOrDefault(name, "") : "");
      fields.put(name, field);
      form.add(field);
    }
    for (var name : secretsOf(chosen)) {
      var secret = new PasswordField(getTranslation("connect.secret." + chosen + "." + name));
      boolean kept = same && known.secrets().containsKey(name);
      secret.setHelperText(getTranslation(kept ? "connect.secret.kept" : "connect.secret.help"));
      secret.setRequiredIndicatorVisible(!kept && !OPTIONAL.contains(name));
      secret.getElement().setAttribute("autocomplete", "off");
      secrets.put(name, secret);
      form.add(secret);
    }
  }

  @Override
  void fill(ConnectionDraft shown) {
    kind.setValue(shown.data().access().kind());
  }

  @Override
  boolean keep() {
    var known = draft().data().access();
    boolean same = known.kind() == kind.getValue();
    boolean complete = true;
    for (var field : fields.entrySet()) {
      boolean missing = !OPTIONAL.contains(field.getKey()) && field.getValue().getValue().isBlank();
      field.getValue().setInvalid(missing);
      field.getValue().setErrorMessage(getTranslation("connect.missing"));
      complete &= !missing;
    }
    for (var secret : secrets.entrySet()) {
      boolean kept = same && known.secrets().containsKey(secret.getKey());
      boolean missing = !kept && !OPTIONAL.contains(secret.getKey()) && secret.getValue().isEmpty();
      secret.getValue().setInvalid(missing);
      secret.getValue().setErrorMessage(getTranslation("connect.missing"));
      complete &= !missing;
    }
    if (complete) {
      store(same ? known.secrets() : Map.of());
    }
    return complete;
  }

  private void store(Map<String, String> kept) {
    var values = new HashMap<String, String>();
    fields.forEach((name, field) -> values.put(name, field.getValue().strip()));
    var access = new Access(kind.getValue(), values, kept);
    if (!access.equals(draft().data().access())) {
      became(connecting.drafts().put(tenant, draft(), draft().data().with(access)));
    }
    secrets.forEach(
        (name, field) -> {
          if (!field.isEmpty()) {
            became(connecting.drafts().keepSecret(tenant, draft(), name, field.getValue()));
            field.clear();
          }
        });
  }
}
