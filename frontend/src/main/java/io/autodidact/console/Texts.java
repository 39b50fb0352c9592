package io.autodidact.console;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every text that people read, from {@code messages.properties}: English, and German beside it.
 * Texts are message formats; apostrophes are typographic ones, so that none needs doubling.
 */
@SpringComponent
@OnRole(Role.CONSOLE)
public class Texts implements I18NProvider {
  /** What can be chosen; the first is what everybody else gets. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Override
  public List<Locale> getProvidedLocales() {
    return LANGUAGES;
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... parameters) {
    try {
      var text = ResourceBundle.getBundle("messages", locale, NO_FALLBACK).getString(key);
      return new MessageFormat(text, locale).format(parameters);
    } catch (MissingResourceException e) {
      LOG.error("There is no text called {}", key);
      return key;
    }
  }

  /** The wanted locale if its language is spoken here; region and all, for numbers and dates. */
  static Locale spoken(Locale wanted) {
    return LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(wanted.getLanguage()))
        ? wanted
        : Locale.ENGLISH;
  }
}
