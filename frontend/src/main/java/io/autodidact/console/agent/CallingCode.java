package io.autodidact.console.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.server.VaadinServletRequest;
import io.autodidact.console.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How programs call the agent, in three languages; to be copied. */
final class CallingCode extends Card {
  private static final long serialVersionUID = 1L;

  CallingCode(String agent) {
    setTitle(getTranslation("code.title"), 2);
    var languages = new TabSheet();
    for (var language : Language.values()) {
      languages.add(getTranslation("code." + language.name()), sample(language.of(agent)));
    }
    add(new Paragraph(getTranslation("code.text")), languages);
  }

  private enum Language {
    CURL("curl.sh"),
    PYTHON("call.py"),
    JAVA("call.java.txt");

    private final String file;

    Language(String file) {
      this.file = file;
    }

    String of(String agent) {
      try (var in =
          Objects.requireNonNull(CallingCode.class.getResourceAsStream("/samples/" + file), file)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .replace("${agent}", agent)
            .replace("${address}", address());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Div sample(String code) {
    var pre = new Pre(code);
    pre.addClassName("code");
    pre.getElement().setAttribute("tabindex", "0");
    var copy =
        new Button(
            getTranslation("code.copy"),
            VaadinIcon.COPY.create(),
            click -> {
              getElement().executeJs("navigator.clipboard.writeText($0)", code);
              Notice.done(getTranslation("code.copied"));
            });
    copy.addThemeVariants(ButtonVariant.TERTIARY);
    return new Div(pre, copy);
  }

  private static String address() {
    var request = VaadinServletRequest.getCurrent();
    return ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
        .build()
        .toUriString();
  }
}
