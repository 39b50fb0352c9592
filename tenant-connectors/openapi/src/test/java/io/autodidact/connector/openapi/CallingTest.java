package io.autodidact.connector.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingTest {
  private TestServer.Answer answer = (seen, exchange) -> TestServer.json(exchange, 200, "{}");
  private final TestServer server = new TestServer((seen, exchange) -> answer.to(seen, exchange));

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome call(String yaml, String arguments) throws InterruptedException {
    try (var connector = Connections.connect(server, Connections.paths(yaml))) {
      var operation = connector.operations().operations().getFirst().name();
      return Connections.call(connector, operation, arguments);
    }
  }

  private TestServer.Seen sent(String yaml, String arguments) throws InterruptedException {
    var outcome = call(yaml, arguments);
    assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
    return server.seen().getLast();
  }

  private Outcome answered(int status, String type, String body) throws InterruptedException {
    answer = (seen, exchange) -> TestServer.reply(exchange, status, type, body);
    return call("/x: {post: {}}", "{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          form, explode: true            | "{'v': ['a b', 'c&d']}"    | v=a%20b&v=c%26d
          form, explode: false           | "{'v': ['a', 'b,c']}"      | v=a,b%2Cc
          spaceDelimited, explode: false | "{'v': [1, 2]}"            | v=1%202
          pipeDelimited, explode: false  | "{'v': [1, 2]}"            | v=1%7C2
          form, explode: true            | "{'v': {'a': 1, 'b': 2}}"  | a=1&b=2
          form, explode: false           | "{'v': {'a': 1, 'b': 2}}"  | v=a,1,b,2
          deepObject, explode: true      | "{'v': {'a': 1, 'b': {'c': [2, 3]}}}" | v%5Ba%5D=1&v%5Bb%5D%5Bc%5D=2&v%5Bb%5D%5Bc%5D=3
          form, explode: true            | "{'v': true}"              | v=true
          form, allowReserved: true      | "{'v': 'a/b?c'}"           | v=a/b?c
          """)
  void queriesAreWrittenInEveryStyle(String style, String arguments, String query)
      throws InterruptedException {
    var yaml = "/x: {get: {parameters: [{name: v, in: query, style: %s, schema: {}}]}}";
    var seen = sent(yaml.formatted(style), arguments.replace("\"", ""));
    assertThat(seen.query()).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          simple | "{'v': 'a/b c'}" | /x/a%2Fb%20c
          simple | "{'v': [1, 2]}"  | /x/1,2
          label  | "{'v': [1, 2]}"  | /x/.1,2
          matrix | "{'v': [1, 2]}"  | /x/;v=1,2
          matrix | "{'v': 5}"       | /x/;v=5
          """)
  void pathsAreWrittenInEveryStyle(String style, String arguments, String path)
      throws InterruptedException {
    var yaml = "/x/{v}: {get: {parameters: [{name: v, in: path, style: %s, schema: {}}]}}";
    assertThat(sent(yaml.formatted(style), arguments.replace("\"", "")).path()).isEqualTo(path);
  }

  @Test
  void headersAndCookiesAreSent() throws InterruptedException {
    var seen =
        sent(
            "/x: {get: {parameters: [{name: X-Tags, in: header, schema: {}}, {name: theme, in: cookie, schema: {}}]}}",
            "{'X-Tags': ['a', 'b'], 'theme': 'dark'}");
    assertThat(seen.headers().getFirst("X-Tags")).isEqualTo("a,b");
    assertThat(seen.headers().getFirst("Cookie")).isEqualTo("theme=dark");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                  | {"a":"x y","b":["1","2"]}
          application/merge-patch+json      | {"a":"x y","b":["1","2"]}
          application/x-www-form-urlencoded | a=x%20y&b=1&b=2
          """)
  void bodiesAreWrittenAsTheirMediaTypeAsks(String type, String body) throws InterruptedException {
    var seen =
        sent(
            "/x: {post: {requestBody: {content: {'%s': {schema: {properties: {a: {}, b: {}}}}}}}}"
                .formatted(type),
            "{'a': 'x y', 'b': ['1', '2']}");
    assertThat(seen.body()).isEqualTo(body);
    assertThat(seen.headers().getFirst("Content-Type")).isEqualTo(type);
  }

  @Test
  void multipartBodiesAreWritten() throws InterruptedException {
    var seen =
        sent(
            "/x: {post: {requestBody: {content: {multipart/form-data: {schema: {properties: {a: {}}}}}}}}",
            "{'a': 'hello'}");
    assertThat(seen.body()).contains("name=\"a\"\r\n\r\nhello\r\n--");
  }

  @Test
  void prefixedArgumentsGoOutUnderTheirOwnName() throws InterruptedException {
    var seen =
        sent(
            "/x/{id}: {put: {requestBody: {content: {application/json: {schema: {properties: {id: {}}}}}}}}",
            "{'id': 'p', 'body_id': 'b'}");
    assertThat(seen).hasToString("PUT /x/p {\"id\":\"b\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "{}"                        | v is missing
          "{'v': ''}"                 | must not be empty
          "{'v': '..'}"               | must not be ..
          "{'v': 'a', 'w': 1}"        | There is no argument w
          "{'v': 'a', 'X-H': 'a\\nb'}" | must not hold line breaks
          """)
  void argumentsThatCanNotBeSentAreAnsweredAndNothingIsSent(String arguments, String problem)
      throws InterruptedException {
    var outcome =
        call(
            "/x/{v}: {get: {parameters: [{name: X-H, in: header, schema: {}}]}}",
            arguments.replace("\"", ""));
    assertThat(((Outcome.Refused) outcome).message()).contains(problem);
    assertThat(((Outcome.Refused) outcome).code()).isZero();
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void aLocationAloneGivesTheIdOfWhatWasMade() throws InterruptedException {
    answer =
        (seen, exchange) -> {
          exchange.getResponseHeaders().set("Location", server.url() + "/items/a%20b/?v=1");
          TestServer.reply(exchange, 201, "", "");
        };
    var outcome = (Outcome.Succeeded) call("/x: {post: {}}", "{}");
    assertThat(outcome.body().path("id").asString()).isEqualTo("a b");
    assertThat(outcome.body().path("location").asString()).endsWith("/items/a%20b/?v=1");
  }

  @Test
  void answersMeanWhatTheirStatusAndTypeSay() throws InterruptedException {
    assertThat(answered(204, "", ""))
        .isEqualTo(new Outcome.Succeeded(204, Connections.object("{}")));
    assertThat(((Outcome.Succeeded) answered(200, "text/plain", "hi")).body().asString())
        .isEqualTo("hi");
    assertThat(((Outcome.Succeeded) answered(200, "image/png", "xx")).body().path("bytes").asInt())
        .isEqualTo(2);
    assertThat(answered(200, "text/html", "<html>")).isInstanceOf(Outcome.Broken.class);
    assertThat(answered(200, "application/json", "{oops")).isInstanceOf(Outcome.Broken.class);
    assertThat(answered(404, "text/plain", "no such item"))
        .isEqualTo(new Outcome.Refused(404, "no such item", Connections.object("{}")));
    assertThat(answered(429, "", "")).isInstanceOf(Outcome.Broken.class);
    assertThat(answered(500, "", "")).isInstanceOf(Outcome.Broken.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title":"Conflict","detail":"Only 3 left","status":409} | Only 3 left
          {"errorMessage":"User exists"}                           | User exists
          {"error":"invalid_grant","error_description":"Wrong"}    | Wrong
          {"error":{"message":"Too big"}}                          | Too big
          {"message":"Bad","errors":[{"field":"qty","message":"must be positive"}]} | Bad; qty: must be positive
          {"errors":{"qty":["must be positive"]}}                  | qty: must be positive
          {"detail":[{"loc":["body","qty"],"msg":"field required"}]} | body.qty: field required
          {}                                                       | The software answered 422 and gave no reason.
          """)
  void refusalsSayWhatTheSoftwareSaid(String body, String message) throws InterruptedException {
    var refused = (Outcome.Refused) answered(422, "application/problem+json", body);
    assertThat(refused.message()).isEqualTo(message);
  }
}
