package io.autodidact.attribution;

import static io.autodidact.attribution.Attempts.constant;
import static io.autodidact.attribution.Attempts.from;
import static io.autodidact.attribution.Attempts.step;
import static io.autodidact.attribution.Verdict.ABSTAIN;
import static io.autodidact.attribution.Verdict.BAD;
import static io.autodidact.attribution.Verdict.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.attribution.Attribution.Evidence;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.task.Judgement;
import io.autodidact.task.Plan;
import io.autodidact.task.PlanStep;
import io.autodidact.task.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AttributeRolloutTest {
  private static final Task STOCK = Attempts.stockTask();
  private static final Task QUESTION = Attempts.question();
  private static final String BOLT = "[{\"id\": 71, \"name\": \"Blue Bolt\", \"stock\": 12}]";
  private static final String WAREHOUSES =
      "[{\"id\": 3, \"name\": \"Harbour\"}, {\"id\": 4, \"name\": \"Hill\"}]";
  private static final String SET = "{\"itemId\": 71, \"warehouseId\": 3, \"quantity\": 40}";
  private static final String WRONG = "{\"itemId\": 71, \"warehouseId\": 4, \"quantity\": 40}";
  private static final List<Integer> NOTHING = List.of();
  private static final List<Integer> ALL = List.of(0);
  private static final List<String> CLEAN = List.of();
  private static final List<String> HILL = List.of("stock(Blue Bolt, Hill)/quantity");

  private static Attempts lookedUp() {
    return new Attempts()
        .call("search_items", "{\"name\": \"Blue Bolt\"}", BOLT)
        .call("list_warehouses", "{}", WAREHOUSES);
  }

  @Test
  void stepsWhoseValuesTheDecisiveCallNeededAreGood() {
    var credits =
        credits(
            STOCK,
            lookedUp().write("set_stock", SET, "{}", ALL, CLEAN).finish("null").succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, GOOD, GOOD);
    assertThat(credits.get(0).reason()).isEqualTo("Step 3 needed 71, which this step found");
    assertThat(credits.get(0).evidence())
        .contains(new Evidence.OtherStep(2), new Evidence.Value(0, "/0/id", "71"));
    assertThat(credits.get(2).evidence())
        .contains(new Evidence.Check(0, "stock(Blue Bolt, Harbour)/quantity"));
  }

  @Test
  void aReadThatNothingUsedIsBad() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .call("list_suppliers", "{}", "[{\"id\": 9, \"name\": \"Acme\"}]")
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .call("get_item", "{\"itemId\": 71}", "{\"id\": 71, \"boxSize\": 250}")
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, BAD, GOOD);
    assertThat(credits.get(2).reason()).isEqualTo("Nothing of what it read was used");
  }

  @Test
  void anEchoOfWhatWasKnownDoesNotMakeAReadUseful() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .call("get_item", "{\"itemId\": 71}", "{\"itemId\": 71, \"boxSize\": 250}")
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, GOOD);
  }

  @Test
  void aRepeatedReadIsBadAndNamesTheFirst() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .call("list_warehouses", "{}", WAREHOUSES)
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, GOOD);
    assertThat(credits.get(2).reason()).isEqualTo("It repeats step 2 and brought nothing new");
    assertThat(credits.get(2).evidence()).containsExactly(new Evidence.OtherStep(1));
  }

  @Test
  void aRepeatedWriteIsBad() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, GOOD, BAD, GOOD);
  }

  @Test
  void refusedAndMalformedCallsAreBadButTheSoftwaresOwnFaultsAreNot() {
    var credits =
        credits(
            STOCK,
            new Attempts()
                .malformed()
                .refused("set_stock", WRONG, "Unknown warehouse")
                .refused("set_stock", WRONG, "Unknown warehouse")
                .broken("list_warehouses", "{}")
                .call("search_items", "{\"name\": \"Blue Bolt\"}", BOLT)
                .call("list_warehouses", "{}", WAREHOUSES)
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, BAD, BAD, BAD, ABSTAIN, GOOD, GOOD, GOOD, GOOD);
    assertThat(credits.get(1).reason()).isEqualTo("The software refused it: Unknown warehouse");
    assertThat(credits.get(2).reason()).startsWith("It repeats step 2, and was refused");
    assertThat(credits.get(3).reason()).startsWith("The software failed, not the agent");
  }

  @Test
  void aWrongChangeIsBadAndItsRepairGood() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .write("set_stock", WRONG, "{}", NOTHING, HILL)
                .write(
                    "set_stock",
                    "{\"itemId\": 71, \"warehouseId\": 4, \"quantity\": 12}",
                    "{}",
                    NOTHING,
                    CLEAN)
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, GOOD, GOOD);
    assertThat(credits.get(2).reason()).contains("nobody asked for: stock(Blue Bolt, Hill)");
    assertThat(credits.get(3).reason()).contains("took back an unasked change");
  }

  @Test
  void aWrongValueAtTheRightPlaceIsBadAndNamesTheStepThatPutItRight() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .write(
                    "set_stock",
                    "{\"itemId\": 71, \"warehouseId\": 3, \"quantity\": 4}",
                    "{}",
                    NOTHING,
                    CLEAN)
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, GOOD);
    assertThat(credits.get(2).reason()).isEqualTo("It did not do what was asked; step 4 did");
  }

  @Test
  void aThingMadeByMistakeEarnsNothingFromBeingDeleted() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .write(
                    "create_order",
                    "{\"supplier\": \"Acme\"}",
                    "{\"id\": 555}",
                    NOTHING,
                    List.of("orders/[Acme]"))
                .write("delete_order", "{\"orderId\": 555}", "{}", NOTHING, CLEAN)
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, GOOD, GOOD);
  }

  @Test
  void doingUndoingAndDoingAgainEarnsOnce() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .write(
                    "set_stock",
                    "{\"itemId\": 71, \"warehouseId\": 3, \"quantity\": 4}",
                    "{}",
                    NOTHING,
                    CLEAN)
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, GOOD, GOOD, ABSTAIN, BAD, GOOD, GOOD);
  }

  @Test
  void aChangeThatMadeARefusedCallPossibleIsGood() {
    var order =
        Attempts.task(
            "Order from Acme.",
            new Plan(
                List.of(step("create_order", Map.of("/supplier", constant("\"Acme\"")))),
                List.of()),
            List.of("orders/[Acme]"),
            List.of());
    var credits =
        credits(
            order,
            new Attempts()
                .refused("create_order", "{\"supplier\": \"Acme\"}", "Acme is inactive")
                .call("activate_supplier", "{\"supplier\": \"Acme\"}", "{}")
                .write("create_order", "{\"supplier\": \"Acme\"}", "{\"id\": 5}", ALL, CLEAN)
                .finish("null")
                .succeeded(order));

    assertVerdicts(credits, BAD, GOOD, GOOD, GOOD);
    assertThat(credits.get(1).reason()).startsWith("It made step 3 possible");
  }

  @Test
  void aThingThatALaterRightCallBuildsOnIsGood() {
    var order =
        Attempts.task(
            "Order 5 Blue Bolt from Acme.",
            new Plan(
                List.of(
                    step("create_order", Map.of("/supplier", constant("\"Acme\""))),
                    step(
                        "add_line", Map.of("/orderId", from(0, "id"), "/quantity", constant("5")))),
                List.of()),
            List.of("orders/[Acme]/total"),
            List.of());
    var credits =
        credits(
            order,
            new Attempts()
                .write("create_order", "{\"supplier\": \"Acme\"}", "{\"id\": 555}", NOTHING, CLEAN)
                .write("add_line", "{\"orderId\": 555, \"quantity\": 5}", "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(order));

    assertVerdicts(credits, GOOD, GOOD, GOOD);
  }

  @Test
  void aRightAnswerCreditsTheReadsItCameFrom() {
    var credits =
        credits(
            QUESTION,
            new Attempts()
                .call("search_items", "{\"name\": \"Blue Bolt\"}", BOLT)
                .call("list_warehouses", "{}", WAREHOUSES)
                .call("get_item", "{\"itemId\": 71}", "{\"id\": 71, \"boxSize\": 250}")
                .finish("\"250\"")
                .succeeded(QUESTION));

    assertVerdicts(credits, GOOD, BAD, GOOD, GOOD);
    assertThat(credits.get(2).evidence()).contains(new Evidence.Value(2, "/boxSize", "250"));
  }

  @Test
  void aReadBehindAWorkedOutNumberIsNotJudged() {
    var credits =
        credits(
            STOCK,
            new Attempts()
                .call("list_suppliers", "{}", "[{\"share\": 20}]")
                .write(
                    "set_stock",
                    "{\"itemId\": 71, \"warehouseId\": 3, \"quantity\": 40}",
                    "{}",
                    ALL,
                    CLEAN)
                .finish("null")
                .succeeded(STOCK));

    assertVerdicts(credits, ABSTAIN, GOOD, GOOD);
  }

  @Test
  void aFailureCreditsOnlyWhatCameCloserAndWhatThatNeeded() {
    var two =
        Attempts.task(
            STOCK.request(), STOCK.plan(), List.of("stock(Harbour)", "stock(Hill)"), List.of());
    var credits =
        credits(
            two,
            lookedUp()
                .call("list_suppliers", "{}", "[]")
                .write("set_stock", SET, "{}", ALL, CLEAN)
                .finish("null")
                .failed(ALL, CLEAN, true));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, BAD);
    assertThat(credits.get(3).reason())
        .isEqualTo("It came closer to what the task asks for: stock(Harbour)");
    assertThat(credits.get(4).reason())
        .isEqualTo("It said it was done, but this was not: stock(Hill)");
    assertThat(credits.get(4).evidence()).containsExactly(new Evidence.Check(1, "stock(Hill)"));
  }

  @Test
  void aFailureThatChangedTheWrongThingEarnsNothing() {
    var credits =
        credits(
            STOCK,
            lookedUp()
                .write("set_stock", WRONG, "{}", NOTHING, HILL)
                .finish("null")
                .failed(NOTHING, HILL, true));

    assertVerdicts(credits, ABSTAIN, ABSTAIN, BAD, BAD);
  }

  @Test
  void aWrongAnswerIsBadButTheRightReadsBeforeItKeepTheirCredit() {
    var credits =
        credits(
            QUESTION,
            new Attempts()
                .call("search_items", "{\"name\": \"Blue Bolt\"}", BOLT)
                .call("get_item", "{\"itemId\": 71}", "{\"id\": 71, \"boxSize\": 250}")
                .finish("\"71\"")
                .failed(NOTHING, CLEAN, false));

    assertVerdicts(credits, GOOD, ABSTAIN, BAD);
    assertThat(credits.get(2).reason()).isEqualTo("Its answer is wrong");
  }

  @Test
  void givenStepsAndConsultationsAreNotJudged() {
    var given =
        lookedUp()
            .consult("stock")
            .consult("stock")
            .write("set_stock", SET, "{}", ALL, CLEAN)
            .finish("null")
            .rollout(new Judgement(1, ALL, CLEAN, true), Ending.FINISHED, 2);

    assertVerdicts(credits(STOCK, given), ABSTAIN, ABSTAIN, ABSTAIN, BAD, GOOD, GOOD);
  }

  @Test
  void anAttemptDuringWhichTheSoftwareWentDownIsNotJudged() {
    var rollout =
        lookedUp()
            .malformed()
            .rollout(new Judgement(0, NOTHING, CLEAN, true), Ending.SOFTWARE_DOWN, 0);

    assertVerdicts(credits(STOCK, rollout), ABSTAIN, ABSTAIN, ABSTAIN);
  }

  @Test
  void aLookThatThePlanTakesBeforeItDecidesIsGood() {
    var conditional =
        Attempts.task(
            "If Blue Bolt is out of stock, order from Acme.",
            new Plan(
                List.of(
                    step("search_items", Map.of("/name", constant("\"Blue Bolt\""))),
                    step("create_order", Map.of("/supplier", constant("\"Acme\"")))),
                List.of()),
            List.of("orders/[Acme]"),
            List.of());
    var credits =
        credits(
            conditional,
            new Attempts()
                .call("search_items", "{\"name\": \"Blue Bolt\"}", BOLT)
                .write("create_order", "{\"supplier\": \"Acme\"}", "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(conditional));

    assertVerdicts(credits, GOOD, GOOD, GOOD);
  }

  @Test
  void whatAThingIsOnlyLookedAtForIsGoodTogetherWithWhatTheLookNeeded() {
    var conditional =
        Attempts.task(
            "If fewer than 300 Blue Bolt are in a box, order from Acme.",
            new Plan(
                List.of(
                    step("search_items", Map.of("/name", constant("\"Blue Bolt\""))),
                    step("get_item", Map.of("/itemId", Attempts.from(0, "Blue Bolt", "id"))),
                    step("create_order", Map.of("/supplier", constant("\"Acme\"")))),
                List.of(),
                List.of(Attempts.from(1, "boxSize"))),
            List.of("orders/[Acme]"),
            List.of());
    var credits =
        credits(
            conditional,
            new Attempts()
                .call("search_items", "{\"name\": \"Blue Bolt\"}", BOLT)
                .call("get_item", "{\"itemId\": 71}", "{\"id\": 71, \"boxSize\": 250}")
                .call("list_suppliers", "{}", "[{\"id\": 9, \"name\": \"Acme\"}]")
                .write("create_order", "{\"supplier\": \"Acme\"}", "{}", ALL, CLEAN)
                .finish("null")
                .succeeded(conditional));

    assertVerdicts(credits, GOOD, GOOD, BAD, GOOD, GOOD);
  }

  @Test
  void everyWriteToOneOfSeveralIsCreditedAndSoIsTheListTheyWereReadFrom() {
    var each =
        Attempts.task(
            "Set the stock of every bolt in Harbour to 40.",
            new Plan(
                List.of(
                    step("search_items", Map.of()),
                    step("list_warehouses", Map.of()),
                    stock("Blue Bolt"),
                    stock("Red Bolt")),
                List.of()),
            List.of("stock(Blue Bolt, Harbour)/quantity", "stock(Red Bolt, Harbour)/quantity"),
            List.of());
    var bolts = "[{\"id\": 71, \"name\": \"Blue Bolt\"}, {\"id\": 72, \"name\": \"Red Bolt\"}]";
    var looked =
        new Attempts()
            .call("search_items", "{}", bolts)
            .call("list_warehouses", "{}", WAREHOUSES)
            .write("set_stock", SET, "{}", List.of(0), CLEAN);
    var second = "{\"itemId\": 72, \"warehouseId\": 3, \"quantity\": 40}";

    assertVerdicts(
        credits(
            each,
            looked
                .write("set_stock", second, "{}", List.of(0, 1), CLEAN)
                .finish("null")
                .succeeded(each)),
        GOOD,
        GOOD,
        GOOD,
        GOOD,
        GOOD);
  }

  private static PlanStep stock(String item) {
    return step(
        "set_stock",
        Map.of(
            "/itemId", Attempts.from(0, item, "id"),
            "/warehouseId", Attempts.from(1, "Harbour", "id"),
            "/quantity", constant("40")));
  }

  private static List<Attribution> credits(Task task, Rollout rollout) {
    return new AttributeRollout(Attempts.CATALOGUE).attribute(task, rollout);
  }

  private static void assertVerdicts(List<Attribution> credits, Verdict... verdicts) {
    assertThat(credits).extracting(Attribution::verdict).containsExactly(verdicts);
    assertThat(credits).allSatisfy(credit -> assertThat(credit.reason()).isNotBlank());
  }
}
