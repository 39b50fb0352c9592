package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.autodidact.api.CallerAuthentication;
import io.autodidact.console.NotFoundScreen;
import io.autodidact.console.agent.AgentView;
import io.autodidact.console.home.HomeView;
import io.autodidact.console.run.LearningRunView;
import io.autodidact.console.run.StartRunView;
import io.autodidact.console.tenant.ApiKeysView;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.learning.RunFilter;
import io.autodidact.learning.RunState;
import io.autodidact.release.AgentQueries;
import io.autodidact.release.PublishRelease;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people do on the screens, without a browser, on the whole program. */
class ScreensTest extends BrowserlessTest {
  private static RunningAutodidact autodidact;
  private static TenantTransaction transaction;

  @BeforeAll
  static void start() throws Exception {
    autodidact = RunningAutodidact.withRoles("console");
    transaction = autodidact.bean(TenantTransaction.class);
    SpringInstantiators.beans = autodidact.beans();
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Override
  protected Set<Class<?>> lookupServices() {
    return Set.of(SpringInstantiators.class);
  }

  @Override
  protected Set<String> scanPackages() {
    return Set.of("io.autodidact.console");
  }

  @Test
  void whoBeginsIsToldTheFourSteps() {
    signIn(Company.begin(transaction));

    navigate(HomeView.class);

    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .contains("Four steps, about half an hour, most of it waiting.", "Nothing waits for you.");
  }

  @Test
  void aRunIsEstimatedStartedAndShown() {
    var company = Company.withSoftware(transaction);
    signIn(company);
    navigate(StartRunView.class);
    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .anyMatch(text -> text.startsWith("About 20 min, "));

    test(find(TextField.class).single()).setValue("stock-clerk");
    press("Start");

    assertThat(find(H1.class).single().getText()).isEqualTo("stock-clerk");
    assertThat(runs(company)).singleElement().isEqualTo(RunState.QUEUED);
  }

  @Test
  void aRunIsStoppedOnlyByWhoConfirmsIt() {
    var company = Company.withSoftware(transaction);
    var run = company.learn("clerk", "RUNNING", "ITERATE", 0.1);
    signIn(company);
    navigate(LearningRunView.class, Map.of("id", run.toString()));

    press("Stop the run");
    assertThat(runs(company)).containsExactly(RunState.RUNNING);
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(runs(company)).containsExactly(RunState.STOPPING);
  }

  @Test
  void anothersRunIsNotThere() {
    var run = Company.withSoftware(transaction).learnSomething();
    signIn(Company.begin(transaction));

    assertThat(navigate("learning-runs/" + run, NotFoundScreen.class).getPageTitle())
        .isEqualTo("Not found · Autodidact");
  }

  @Test
  void goingBackToAnEarlierVersionTakesOneConfirmation() {
    var company = withTwoVersions();
    signIn(company);
    navigate(AgentView.class, Map.of("name", Company.AGENT, "version", "v1"));

    press("Go back to this version");
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(inUse(company)).isEqualTo(1);
  }

  @Test
  void whoComesSecondIsToldAndNothingIsOverwritten() {
    var company = withTwoVersions();
    signIn(company);
    navigate(AgentView.class, Map.of("name", Company.AGENT, "version", "v1"));
    company.release(autodidact.bean(PublishRelease.class), company.learnSomething(), true);

    press("Go back to this version");
    var confirm = find(ConfirmDialog.class).single();

    assertThatThrownBy(() -> test(confirm).confirm())
        .hasStackTraceContaining(
            "Somebody has moved stable to v3 meanwhile. Look at it again, then decide.");
    assertThat(inUse(company)).isEqualTo(3);
  }

  @Test
  void aKeyIsShownOnceAndOpensTheDoorUntilItIsRevoked() {
    var company = Company.begin(transaction);
    signIn(company);
    navigate(ApiKeysView.class);
    press("New API key");
    test(find(TextField.class).single()).setValue("Shop front");
    press("Make the key");
    var key = find(Code.class).single().getText();
    press("I have kept it");

    assertThat(autodidact.bean(ApiKeys.class).recognise(key)).isPresent();
    assertThat(find(Code.class).all()).isEmpty();
  }

  @Test
  void germansReadGerman() {
    signIn(Company.begin(transaction));
    UI.getCurrent().setLocale(Locale.GERMANY);

    navigate(ApiKeysView.class);

    assertThat(find(H1.class).single().getText()).isEqualTo("API-Schlüssel");
  }

  private static Company withTwoVersions() {
    var company = Company.withSoftware(transaction);
    var publish = autodidact.bean(PublishRelease.class);
    company.release(publish, company.learnSomething(), true);
    company.release(publish, company.learnSomething(), true);
    return company;
  }

  private static int inUse(Company company) {
    return autodidact
        .bean(AgentQueries.class)
        .agent(company.tenant, Company.AGENT)
        .orElseThrow()
        .aliases()
        .get("stable");
  }

  private static List<RunState> runs(Company company) {
    return autodidact
        .bean(LearningRunQueries.class)
        .newest(company.tenant, RunFilter.ALL, 0, 10)
        .stream()
        .map(run -> run.state())
        .toList();
  }

  private void press(String words) {
    test(find(Button.class).withText(words).single()).click();
  }

  private static void signIn(Company company) {
    var caller =
        Caller.key(company.software, "key", company.tenant, Set.of("manage", "chat", "admin"));
    SecurityContextHolder.getContext().setAuthentication(CallerAuthentication.of(caller));
  }
}
