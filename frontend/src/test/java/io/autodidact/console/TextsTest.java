package io.autodidact.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text stands in the bundle, in both languages, and none stands there for nothing. */
class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/autodidact/console");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Two words, or one that begins like a sentence. */
  private static final Pattern FOR_PEOPLE =
      Pattern.compile("\\p{L}{2,}[,.:;]? \\p{L}{2,}.*|\\p{Lu}\\p{Ll}+[.!?]?");

  /** Lines that speak to programmers, browsers or the log. */
  private static final Pattern NOT_FOR_PEOPLE =
      Pattern.compile(
          "Exception\\(|LOG\\.|LoggerFactory|ofPattern|matches\\(|replaceAll\\(|executeJs|setAttribute"
              + "|getStyle|grid-template|@Tag|setHeader\\(\"");

  private static final Properties ENGLISH = read("/messages.properties");
  private static final Properties GERMAN = read("/messages_de.properties");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(GERMAN.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
  }

  @Test
  void bothLanguagesFillInTheSameValues() {
    ENGLISH.forEach(
        (key, text) ->
            assertThat(values(GERMAN.getProperty((String) key)))
                .as("values of %s", key)
                .isEqualTo(values((String) text)));
  }

  @Test
  void everyTextIsUsed() {
    var literals = sources().flatMap(TextsTest::literals).collect(Collectors.toSet());
    var beginnings = literals.stream().filter(one -> one.endsWith(".")).toList();

    assertThat(ENGLISH.stringPropertyNames())
        .filteredOn(key -> !literals.contains(key))
        .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
        .isEmpty();
  }

  @Test
  void everyTextThatIsAskedForIsThere() {
    var asked = Pattern.compile("getTranslation\\(\\s*\"([^\"]+[^.\"])\"\\s*[,)]");

    assertThat(
            sources()
                .flatMap(source -> asked.matcher(source).results())
                .map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(ENGLISH).containsKey(key));
  }

  @Test
  void noViewHasTextOfItsOwn() {
    assertThat(
            sources()
                .flatMap(String::lines)
                .filter(line -> !NOT_FOR_PEOPLE.matcher(line).find())
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                .flatMap(TextsTest::literals)
                .filter(literal -> FOR_PEOPLE.matcher(literal).matches()))
        .isEmpty();
  }

  @Test
  void apostrophesAreTypographicSoThatNoneIsSwallowed() {
    assertThat(Stream.of(ENGLISH, GERMAN).flatMap(texts -> texts.values().stream()))
        .allSatisfy(text -> assertThat((String) text).doesNotContain("'"));
  }

  @Test
  void numbersOfGermansAreWrittenAsGermansWriteThem() {
    var texts = new Texts();

    assertThat(texts.getTranslation("findings.more", Locale.GERMAN, 1234))
        .isEqualTo("Und 1.234 weitere.");
    assertThat(texts.getTranslation("findings.more", Locale.ENGLISH, 1234))
        .isEqualTo("And 1,234 more.");
  }

  @Test
  void whoSpeaksNeitherLanguageGetsEnglish() {
    assertThat(Texts.spoken(Locale.FRANCE)).isEqualTo(Locale.ENGLISH);
    assertThat(Texts.spoken(Locale.forLanguageTag("de-AT")))
        .isEqualTo(Locale.forLanguageTag("de-AT"));
  }

  private static List<Integer> values(String text) {
    var arguments = new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex();
    return Pattern.compile("\\{(\\d+)")
        .matcher(text)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .filter(index -> index < arguments.length)
        .sorted()
        .distinct()
        .toList();
  }

  private static Stream<String> literals(String source) {
    return LITERAL.matcher(source).results().map(found -> found.group(1));
  }

  private static Stream<String> sources() {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream()
          .map(TextsTest::text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(String name) {
    var texts = new Properties();
    try (var in = TextsTest.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
