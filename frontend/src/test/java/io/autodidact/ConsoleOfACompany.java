package io.autodidact;

import io.autodidact.release.PublishRelease;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The console over a company's worth of data, for looking at it: prints its address, the keys of a
 * company at work and of one that begins, and a run worth watching.
 */
final class ConsoleOfACompany {
  private ConsoleOfACompany() {}

  public static void main(String[] arguments) throws Exception {
    try (var autodidact = RunningAutodidact.withRoles("console,api")) {
      var transaction = autodidact.bean(TenantTransaction.class);
      var keys = autodidact.bean(ApiKeys.class);
      var busy = Company.withSoftware(transaction);
      var watched = busy(busy, autodidact.bean(PublishRelease.class));
      var begins = Company.begin(transaction);
      var scopes = Set.of("manage", "chat", "admin");
      System.out.println("ADDRESS " + autodidact.at("/"));
      System.out.println("BUSY " + keys.create(busy.tenant, "my own", scopes).text());
      System.out.println("BEGINS " + keys.create(begins.tenant, "my own", scopes).text());
      System.out.println("RUN /learning-runs/" + watched);
      keys.create(busy.tenant, "Shop front", Set.of("chat"));
      Thread.currentThread().join();
    }
  }

  private static UUID busy(Company company, PublishRelease publish) {
    var first = company.learn(Company.AGENT, "FINISHED", "DONE", 30);
    company.examine(first, Map.of("base", 0.05, "trained", 0.55));
    company.release(publish, first, true);
    var held = company.learn(Company.AGENT, "FINISHED", "DONE", 20);
    company.examine(held, Map.of("base", 0.05, "trained", 0.15));
    company.release(publish, held, false);
    var third = company.learn(Company.AGENT, "FINISHED", "DONE", 5);
    company.examine(
        third, Map.of("base", 0.05, "base+examples", 0.12, "warm-start", 0.8, "trained", 0.97));
    company.release(publish, third, true);
    company.tell(
        third,
        "suggestion",
        Map.of("request", "Set the stock of Assam Gold to 40.", "text", "Try"));
    company.learn("price-keeper", "FAILED", "EXPLORE", 3);
    company.askFor("deleteItem", "{\"item\": \"Assam Gold\"}");
    return running(company);
  }

  private static UUID running(Company company) {
    var run = company.learn("order-desk", "RUNNING", "ITERATE", 0.2);
    company.tell(run, "stage", Map.of("stage", "EXPLORE"));
    company.tell(
        run,
        "explored",
        Map.of(
            "text",
            "22 of 22 operations reached in 418 calls; 31 flows confirmed, 2 findings about the software"));
    company.tell(
        run, "tasks", Map.of("text", "212 tasks of 34 kinds kept; 8 kinds are left to the exam"));
    company.tell(run, "warm-start", Map.of("seconds", 402, "steps", 61));
    for (int round = 1; round <= 6; round++) {
      company.tell(
          run,
          "iteration",
          Map.of(
              "iteration",
              round,
              "reward",
              0.3 + 0.07 * round,
              "groups",
              6,
              "groupsWithSignal",
              4));
    }
    company.practise(run, 6);
    company.examine(run, Map.of("base", 0.05, "base+examples", 0.12));
    company.finding(run, "SERVER_ERROR", "listReservations", "Answered 500: unexpected null");
    company.finding(
        run,
        "WRONG_REQUIREMENT",
        "createItem",
        "Insists on 'unit', which its description calls optional");
    return run;
  }
}
