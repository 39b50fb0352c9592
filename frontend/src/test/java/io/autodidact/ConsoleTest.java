package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console is there in a process that has the role, and shows strangers nothing. */
class ConsoleTest {
  private static RunningAutodidact autodidact;

  @BeforeAll
  static void start() throws Exception {
    autodidact = RunningAutodidact.withRoles("console");
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @Test
  void strangersAreSentToTheSignIn() throws Exception {
    for (var path : new String[] {"/", "/learning-runs/7"}) {
      var answer = autodidact.get(path, "Accept", "text/html");

      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }
  }

  @Test
  void theSignInNeedsNoNodeToBeShown() throws Exception {
    var page = autodidact.get("/sign-in", "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("VAADIN/build/");
  }

  @Test
  void itsStylesPicturesAndScriptsAreServedFromItsJars() throws Exception {
    for (var path :
        new String[] {
          "/console.css",
          "/logo.svg",
          "/js/autodidact-chart.js",
          "/webjars/chart.js/4.4.4/dist/chart.umd.js",
          "/webjars/d3/7.9.0/dist/d3.min.js"
        }) {
      assertThat(autodidact.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void aProcessWithoutTheRoleOfTheApiAnswersNoProgram() throws Exception {
    var key = autodidact.newTenantsKey("manage", "chat");

    for (var path : new String[] {"/api/v1/learning-runs", "/v1/models"}) {
      assertThat(autodidact.get(path, "Authorization", "Bearer " + key).statusCode())
          .as(path)
          .isEqualTo(404);
    }
  }
}
