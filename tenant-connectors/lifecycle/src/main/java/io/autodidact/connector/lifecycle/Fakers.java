package io.autodidact.connector.lifecycle;

import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;

/**
 * The faker library for one locale, with a seed for each value.
 *
 * <p>Fakers are kept and seeded anew, never made for an episode: the library caches by the identity
 * of a faker's chance, so that each new one costs a millisecond a value and is never forgotten.
 */
final class Fakers {
  private static final FakeValuesService WORDS = new FakeValuesService();
  private static final Map<Locale, Fakers> BY_LOCALE = new ConcurrentHashMap<>();

  private record Seeded(Faker faker, Random random) {}

  private final Locale locale;
  private final Queue<Seeded> idle = new ConcurrentLinkedQueue<>();
  private final Map<String, String> spellings = new ConcurrentHashMap<>();

  private Fakers(Locale locale) {
    this.locale = locale;
  }

  static Fakers of(Locale locale) {
    return BY_LOCALE.computeIfAbsent(locale, Fakers::new);
  }

  /** The value of a {@link #spelling spelled} expression; equal seeds give equal values. */
  String value(String spelling, long seed) {
    var seeded = idle.poll();
    if (seeded == null) {
      var random = new Random();
      var context = new FakerContext(locale, new RandomService(random));
      seeded = new Seeded(new Faker(WORDS, context), random);
    }
    try {
      seeded.random().setSeed(seed);
      return seeded.faker().expression(spelling);
    } finally {
      idle.add(seeded);
    }
  }

  /** {@code commerce.productName} as {@code #{Commerce.productName}}, if the library knows it. */
  String spelling(String name) {
    return spellings.computeIfAbsent(name, this::find);
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
      return !value(expression, 1).isEmpty();
    } catch (RuntimeException e) {
      // The library says "unknown" with exceptions of several kinds, ClassCastException included.
      return false;
    }
  }
}
