package io.autodidact.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.tenant.StoredJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Software that repeats its credentials tells nobody. */
class RevealedSecretsTest {
  private static final String SECRET = "päss/w0rd+with&marks";

  private final RevealedSecrets secrets =
      new RevealedSecrets(name -> name.equals("short") ? "abc" : SECRET);

  @Test
  void isTakenOutAsItIsAndPercentEncoded() {
    secrets.reveal("shop");

    assertThat(secrets.clean("key " + SECRET + " is wrong")).isEqualTo("key [secret] is wrong");
    assertThat(secrets.clean("q=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)))
        .isEqualTo("q=[secret]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u:", "me:", "user:", "somebody:"})
  void isTakenOutOfBase64WhereverItStands(String before) {
    secrets.reveal("shop");
    var bytes = (before + SECRET + ":after").getBytes(StandardCharsets.UTF_8);
    var header = "Basic " + Base64.getEncoder().encodeToString(bytes);

    var clean = secrets.clean(header);

    assertThat(clean).contains("[secret]").hasSizeLessThan(header.length());
  }

  @Test
  void isTakenOutOfNamesAndValuesAtAnyDepth() {
    secrets.reveal("shop");
    var json = StoredJson.MAPPER.createObjectNode().put("n", 1);
    json.putArray("a").addObject().put("x " + SECRET, "Bearer " + SECRET);

    assertThat(secrets.clean((tools.jackson.databind.JsonNode) json).toString())
        .isEqualTo("{\"n\":1,\"a\":[{\"x [secret]\":\"Bearer [secret]\"}]}");
  }

  @Test
  void whatIsTooShortToBeToldFromOtherTextStays() {
    secrets.reveal("short");

    assertThat(secrets.clean("abcdef")).isEqualTo("abcdef");
  }
}
