package io.autodidact.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.ConnectorException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplatesTest {
  private final Shelf shelf = new Shelf();

  /** What set-up steps bind with a seed. */
  private Map<String, JsonNode> variables(long seed, String steps) throws InterruptedException {
    var lifecycle = Shelf.lifecycle("{'setUp': [" + steps + "]}");
    try (var episode = new ScriptedEpisodes(shelf, lifecycle).open(seed)) {
      return episode.variables();
    }
  }

  private JsonNode drawn(long seed, String template) throws InterruptedException {
    return variables(seed, "{'let': {'x': " + template + "}}").get("x");
  }

  @Test
  void aPlaceholderAloneKeepsTheTypeAndAmongTextBecomesText() throws Exception {
    assertThat(drawn(1, "'${number:7..7}'").isInt()).isTrue();
    assertThat(drawn(1, "'no. ${number:7..7}'").stringValue()).isEqualTo("no. 7");
    assertThat(drawn(1, "'${pick:true,true}'").booleanValue()).isTrue();
  }

  @Test
  void numbersStayInTheirRangeWithTheDecimalsOfTheBounds() throws Exception {
    for (int seed = 0; seed < 500; seed++) {
      assertThat(drawn(seed, "'${number:-3..12}'").intValue()).isBetween(-3, 12);
      assertThat(drawn(seed, "'${number:5..100 by 5}'").intValue() % 5).isZero();
      assertThat(drawn(seed, "'${number:0.50..9.99}'").decimalValue().scale()).isEqualTo(2);
    }
  }

  @Test
  void freshIdsDifferEvenBetweenEpisodesOfOneSeed() throws Exception {
    assertThat(drawn(1, "'${fresh}'")).isNotEqualTo(drawn(1, "'${fresh}'"));
  }

  @Test
  void datesAndPatternsKeepTheirForm() throws Exception {
    for (int seed = 0; seed < 200; seed++) {
      assertThat(drawn(seed, "'${date:2026-02-01..2026-02-28}'").stringValue())
          .matches("2026-02-(0[1-9]|1\\d|2[0-8])");
      assertThat(drawn(seed, "'${pattern:??-###/x}'").stringValue()).matches("[A-Z]{2}-\\d{3}/x");
    }
  }

  @Test
  void fakerExpressionsAreFoundHoweverTheyAreSpelled() throws Exception {
    assertThat(drawn(1, "'${fake:commerce.productName}'").stringValue()).contains(" ");
    assertThat(drawn(1, "'${fake:Name.fullName}'").stringValue()).isNotBlank();
    assertThat(
            drawn(1, "'${fake:number.numberBetween \\u002710\\u0027,\\u002712\\u0027}'").asString())
        .matches("1[0-2]");
  }

  @Test
  void uniqueValuesDifferWithinAnEpisode() throws Exception {
    var letters =
        variables(3, "{'repeat': 26, 'let': {'letter': {'$unique': '${pattern:?}'}}}")
            .get("letter");
    assertThat(letters.valueStream().collect(Collectors.toSet())).hasSize(26);
    assertThatThrownBy(
            () -> variables(3, "{'repeat': 27, 'let': {'l': {'$unique': '${pattern:?}'}}}"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("run out of new values");
  }

  @Test
  void listsArePickedRepeatedAndTraversed() throws Exception {
    var variables =
        variables(
            5,
            """
            {'repeat': 3, 'let': {'item': {'name': 'n${i}', 'size': '${number:1..9}'}}},
            {'repeat': '${item}', 'let': {'copy': '${item[i].name}'}},
            {'let': {'first': '${item[0].name}', 'any': '${item[*].name}',
                     'some': {'$repeat': '${number:2..2}', 'of': {'$pick': [1, 2.5, {'a': 1}]}}}}
            """);
    assertThat(variables.get("copy")).hasToString("[\"n0\",\"n1\",\"n2\"]");
    assertThat(variables.get("first").stringValue()).isEqualTo("n0");
    assertThat(variables.get("any").stringValue()).matches("n[012]");
    assertThat(variables.get("some")).hasSize(2);
  }

  @Test
  void insideARepetitionVariablesAreTheCurrentOnes() throws Exception {
    var mails =
        variables(
                9,
                """
                {'repeat': 4, 'let': {'first': '${fake:name.firstName}',
                                      'mail': '${lower:first}.${i}@example.com'}}
                """)
            .get("mail");
    assertThat(mails.get(3).stringValue()).matches("[a-z0-9]+\\.3@example\\.com");
  }

  @Test
  void whenDecidesForEachRepetition() throws Exception {
    var kept = variables(2, "{'repeat': 3, 'when': '${i}', 'let': {'n': '${i}'}}").get("n");
    assertThat(kept).hasToString("[1,2]");
    assertThat(variables(2, "{'repeat': 0, 'let': {'n': 1}}").get("n")).hasToString("[]");
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() throws Exception {
    var one = "{'let': {'a': '${number:1..999}', 'c': '${a}-${b}', 'b': '${fake:color.name}'}}";
    var other = "{'let': {'c': '${a}-${b}', 'b': '${fake:color.name}', 'a': '${number:1..999}'}}";
    assertThat(variables(4, one)).isEqualTo(variables(4, other));
  }

  @Test
  void aLifecycleSurvivesBeingStored() {
    var mapper = JsonMapper.builder().build();
    var lifecycle =
        Shelf.lifecycle(
            """
            {'setUp': [{'call': 'open_room', 'bind': {'room': '/id'}}], 'bound': {'room': 'room'}}
            """);
    var stored = mapper.writeValueAsString(lifecycle);
    assertThat(Lifecycle.of(mapper.readTree(stored))).isEqualTo(lifecycle);
    assertThat(mapper.readValue(stored, Lifecycle.class)).isEqualTo(lifecycle);
    assertThat(mapper.readValue("{}", Lifecycle.class)).isEqualTo(Lifecycle.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'setUp': [{'call': 'fly'}]}                                | does not have
          {'setUp': [{'call': 'say', 'arguments': {'a': '${b}'}}]}    | no earlier step binds
          {'setUp': [{'let': {'a': '${b}', 'b': '${a}'}}]}            | in a circle
          {'setUp': [{'let': {'a': '${fake:dragon.wings}'}}]}         | unknown to the faker library
          {'setUp': [{'let': {'a': '${number:9..1}'}}]}               | is empty
          {'setUp': [{'let': {'a': '${number:few}'}}]}                | is not a range
          {'setUp': [{'let': {'a': '${date:2026-02-01..2026-02-31}'}}]} | does not exist
          {'setUp': [{'let': {'a': '${roll:6}'}}]}                    | is not known
          {'setUp': [{'let': {'a': '${a b}'}}]}                       | does not name a variable
          {'setUp': [{'let': {'a': {'$pick': []}}}]}                  | needs a list
          {'setUp': [{'let': {'a': {'$repeat': 2}}}]}                 | needs "of"
          {'setUp': [{'bind': {'a': '/id'}}]}                         | calls nothing
          {'setUp': [{'call': 'say', 'bind': {'a': 'id'}}]}           | not a JSON Pointer
          {'setUp': [], 'bound': {'room': 'room'}}                    | never binds
          {'setup': []}                                               | can not be read
          {'setUp': [{'call': 'say', 'repeat': {'a': 1}}]}            | needs a number or a list
          """)
  void whatCanNotRunIsRefusedWithItsReason(String lifecycle, String reason) {
    assertThatThrownBy(
            () -> new ScriptedEpisodes(shelf, Shelf.lifecycle(lifecycle)).open(1).close())
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining(reason);
  }
}
