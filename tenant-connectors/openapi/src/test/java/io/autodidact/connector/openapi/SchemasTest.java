package io.autodidact.connector.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemasTest {
  private static Catalogue catalogue(String yaml) {
    return Connections.read(Connections.paths(yaml)).operations();
  }

  private static Operation only(String yaml) {
    var catalogue = catalogue(yaml);
    assertThat(catalogue.defects()).isEmpty();
    return catalogue.operations().getFirst();
  }

  private static JsonNode property(Operation operation, String name) {
    return operation.arguments().path("properties").path(name);
  }

  @Test
  void everythingAnOperationTakesIsOneObject() {
    var operation =
        only(
            """
            /items/{id}:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              put:
                operationId: put_item
                parameters:
                  - {name: dryRun, in: query, schema: {type: boolean}}
                  - {name: X-Trace, in: header, required: true, schema: {type: string}}
                  - {name: Authorization, in: header, schema: {type: string}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [name]
                        properties: {id: {type: string}, name: {type: string}, made: {type: string, readOnly: true}}
            """);
    assertThat(operation.arguments().path("properties").propertyNames())
        .containsExactly("id", "dryRun", "X-Trace", "body_id", "name");
    assertThat(property(operation, "id").path("x-in").asString()).isEqualTo("path");
    assertThat(property(operation, "body_id").path("x-name").asString()).isEqualTo("id");
    assertThat(operation.arguments().path("required")).hasToString("[\"id\",\"X-Trace\",\"name\"]");
    assertThat(operation.path()).containsExactly("items", "{id}");
  }

  @Test
  void aBodyThatIsNoObjectIsOneArgument() {
    var operation =
        only(
            """
            /tags:
              put:
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: array, items: {type: string}}}}
            """);
    assertThat(property(operation, "body").path("type").asString()).isEqualTo("array");
    assertThat(property(operation, "body").path("x-in").asString()).isEqualTo("body");
  }

  @Test
  void referencesAreWrittenOutAndCirclesCut() {
    var document =
        Connections.paths(
                "/nodes: {post: {requestBody: {$ref: '#/components/requestBodies/Node'}}}")
            + """
            components:
              requestBodies:
                Node: {content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}
              schemas:
                Node:
                  type: object
                  properties:
                    name: {type: string}
                    parent: {$ref: '#/components/schemas/Node'}
                    children: {type: array, items: {$ref: '#/components/schemas/Node'}}
            """;
    var operation = Connections.read(document).operations().operations().getFirst();
    assertThat(operation.arguments().findValues("$ref")).isEmpty();
    assertThat(property(operation, "parent")).hasToString("{\"x-in\":\"body\"}");
    assertThat(property(operation, "children").path("items")).isEmpty();
  }

  @Test
  void aWebOfReferencesStaysSmall() {
    var schemas = new StringBuilder("components:\n  schemas:\n");
    for (int i = 0; i < 40; i++) {
      schemas.append("    S%d: {type: object, properties: {".formatted(i));
      for (int j = 0; j < 40; j++) {
        schemas.append("p%d: {$ref: '#/components/schemas/S%d'}, ".formatted(j, j));
      }
      schemas.append("name: {type: string}}}\n");
    }
    var document =
        Connections.paths(
                "/s: {post: {requestBody: {content: {application/json: {schema: {$ref:"
                    + " '#/components/schemas/S0'}}}}}}")
            + schemas;
    var operation = Connections.read(document).operations().operations().getFirst();
    assertThat(operation.arguments().toString().length()).isLessThan(100_000);
    assertThat(property(operation, "name").path("type").asString()).isEqualTo("string");
  }

  @Test
  void allOfIsMergedAndAlternativesAreKept() {
    var operation =
        only(
            """
            /pets:
              post:
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        allOf:
                          - {type: object, required: [name], properties: {name: {type: string}}}
                          - type: object
                            required: [kind]
                            properties:
                              kind: {oneOf: [{type: string}, {type: integer}]}
                              owner: {anyOf: [{type: string}, {type: 'null'}]}
            """);
    assertThat(operation.arguments().path("required")).hasToString("[\"name\",\"kind\"]");
    assertThat(property(operation, "kind").path("oneOf")).hasSize(2);
    assertThat(property(operation, "owner").path("type").asString()).isEqualTo("string");
    assertThat(property(operation, "owner").path("nullable").asBoolean()).isTrue();
  }

  @Test
  void alternativeBodiesBecomeOneObjectThatRequiresWhatAllRequire() {
    var operation =
        only(
            """
            /pay:
              post:
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        oneOf:
                          - {type: object, required: [amount, card], properties: {amount: {type: number}, card: {type: string}}}
                          - {type: object, required: [amount, iban], properties: {amount: {type: number}, iban: {type: string}}}
            """);
    assertThat(operation.arguments().path("properties").propertyNames())
        .containsExactly("amount", "card", "iban");
    assertThat(operation.arguments().path("required")).hasToString("[\"amount\"]");
  }

  @Test
  void version31TypesComeOutLikeVersion30() {
    var operation =
        Connections.read(
                """
                openapi: 3.1.0
                paths:
                  /x:
                    get:
                      parameters:
                        - {name: n, in: query, schema: {type: [integer, 'null'], exclusiveMinimum: 5, examples: [7, 8]}}
                        - {name: m, in: query, schema: {type: integer, minimum: 5, exclusiveMinimum: true}}
                """)
            .operations()
            .operations()
            .getFirst();
    assertThat(property(operation, "n"))
        .isEqualTo(
            Connections.object(
                "{'type':'integer','nullable':true,'exclusiveMinimum':5,'example':7,'x-in':'query'}"));
    assertThat(property(operation, "m").path("exclusiveMinimum").intValue()).isEqualTo(5);
    assertThat(property(operation, "m").has("minimum")).isFalse();
  }
}
