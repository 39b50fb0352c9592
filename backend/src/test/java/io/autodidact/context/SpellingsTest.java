package io.autodidact.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class SpellingsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Spellings spellings =
      new Spellings(
          "Add a line for Lumonor rug to purchase order PO-8660, and set the e-mail address of"
              + " Runolfsdottir Trading to yvette@ruecker.example.");

  @ParameterizedTest
  @CsvSource({
    "Lemonor rug, Lumonor rug",
    "Lumaror rug, Lumonor rug",
    "Runolfsdotir Trading, Runolfsdottir Trading",
    "yuette@ruecker.example, yvette@ruecker.example",
    "PX-8660, PO-8660"
  })
  void aNameThatIsNearlyTheRequestsIsReadAsTheRequestsName(String written, String meant) {
    assertThat(corrected(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Lumonor rug", "lumonor", "rug", "PO-8661", "Grauwick shelf", "order PO-8660", ""})
  void whatIsSpeltRightOrFarFromEverythingOrANumberStays(String written) {
    assertThat(corrected(written)).isEqualTo(written);
  }

  @Test
  void aNameTheSoftwareAnsweredIsKnownToo() {
    var body = read("{\"items\": [{\"name\": \"Wilfred Schulist\", \"total\": 3}]}");
    assertThat(corrected("Wilfrid Schulist")).isEqualTo("Wilfrid Schulist");
    spellings.saw(body);
    assertThat(corrected("Wilfrid Schulist")).isEqualTo("Wilfred Schulist");
  }

  @Test
  void aTextBetweenTwoNamesStaysBecauseNobodyKnowsWhichIsMeant() {
    spellings.saw(read("[\"Johann Meier\", \"Johanna Meie\"]"));
    assertThat(corrected("Johanna Meier")).isEqualTo("Johanna Meier");
  }

  @Test
  void choicesFromAListAndOtherValuesStay() {
    var schema =
        """
        {"type": "object", "properties": {
          "name": {"type": "string"},
          "colour": {"type": "string", "enum": ["LUMONER"]},
          "count": {"type": "integer"}}}
        """;
    var operation =
        new Operation(
            "paint",
            "Paint",
            "",
            List.of(),
            (ObjectNode) read(schema),
            Optional.empty(),
            Effect.WRITE,
            "");
    var call =
        new Call(
            "paint",
            (ObjectNode)
                read("{\"name\": \"Lemonor rug\", \"colour\": \"LUMONER\", \"count\": 8661}"));
    assertThat(spellings.corrected(Tool.of(operation), call).arguments())
        .isEqualTo(read("{\"name\": \"Lumonor rug\", \"colour\": \"LUMONER\", \"count\": 8661}"));
  }

  private String corrected(String text) {
    return spellings.corrected(StringNode.valueOf(text)).asString();
  }

  private static JsonNode read(String json) {
    return JSON.readTree(json);
  }
}
