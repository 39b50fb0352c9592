package io.autodidact.connector.lifecycle;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;

/** Finds the spelling under which the faker library knows an expression. */
final class FakeExpressions {
  /** Shared by all episodes: the word lists are read once. */
  static final FakeValuesService WORDS = new FakeValuesService();

  private final Faker faker;
  private final Map<String, String> known = new HashMap<>();

  FakeExpressions(Locale locale) {
    faker = new Faker(WORDS, new FakerContext(locale, new RandomService(new Random(1))));
  }

  /** {@code commerce.productName} as {@code #{Commerce.productName}}, if that gives a text. */
  String check(String name) {
    return known.computeIfAbsent(name, this::find);
  }

  private String find(String name) {
    if (name.isEmpty()) {
      throw Scene.wrong("fake: needs an expression, like fake:name.fullName.");
    }
    var method = "#{" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "}";
    var list = "#{" + name + "}";
    if (gives(method)) {
      return method;
    }
    if (gives(list)) {
      return list;
    }
    throw Scene.wrong(
        "fake:" + name + " is unknown to the faker library; try for example fake:name.fullName.");
  }

  private boolean gives(String expression) {
    try {
      return !faker.expression(expression).isEmpty();
    } catch (RuntimeException e) {
      // The library says "unknown" with exceptions of several kinds, ClassCastException included.
      return false;
    }
  }
}
