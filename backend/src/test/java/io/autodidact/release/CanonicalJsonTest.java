package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class CanonicalJsonTest {
  @Test
  void theExampleOfTheStandard() {
    // RFC 8785, section 3.2.2
    assertThat(
            canonical(
                """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}"""))
        .isEqualTo(
            """
            {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
            "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
  }

  @Test
  void numbersAsEcmascriptWritesThem() {
    assertThat(canonical("[0, -0.0, 1.0, -1.5, 100, 1e21, 1e20, 0.000001, 1e-7, 123456789012]"))
        .isEqualTo("[0,0,1,-1.5,100,1e+21,100000000000000000000,0.000001,1e-7,123456789012]");
  }

  @Test
  void membersAreSortedByCodeUnits() {
    // RFC 8785, section 3.2.3
    assertThat(
            canonical(
                "{\"\\u20ac\": 1, \"\\r\": 2, \"\\ufb33\": 3, \"1\": 4, \"\\ud83d\\ude00\": 5}"))
        .isEqualTo("{\"\\r\":2,\"1\":4,\"€\":1,\"😀\":5,\"\ufb33\":3}");
  }

  @Test
  void numbersThatADoubleCanNotHoldAreRefused() {
    assertThatThrownBy(() -> canonical("[9007199254740993]"))
        .hasMessageContaining("write it as text");
  }

  private static String canonical(String json) {
    return new String(
        CanonicalJson.bytes(JsonMapper.shared().readTree(json)), StandardCharsets.UTF_8);
  }
}
