package io.autodidact.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.context.TokenAccount.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfManagedTimelineTest {
  private static final TextTokenizer TOKENIZER = ByteTokenizer.create();
  private static final ChatFormat CHAT = new ChatFormat(TOKENIZER);

  private final SelfManagedTimeline timeline =
      new SelfManagedTimeline(
          new Opening("Do it", CHAT.turn(ChatFormat.Role.USER, "Do it"), opening()), CHAT);

  private static TokenAccount opening() {
    return TokenAccount.EMPTY.plus(Source.REQUEST, CHAT.turn(ChatFormat.Role.USER, "Do it").length);
  }

  @BeforeEach
  void threeTurns() {
    take("list_items", "sofa #1; lamp #2");
    take("get_item #1", "price 250");
    take("get_item #2", "price 40");
  }

  @Test
  void asLongAsNothingIsRearrangedPromptsOnlyGrow() {
    var before = timeline.prompt();

    take("get_stock #1", "12");

    assertThat(Tokens.startsWith(timeline.prompt().tokens(), before.tokens())).isTrue();
  }

  @Test
  void whatIsDroppedIsGoneAndCanBeBroughtBack() {
    var whole = timeline.prompt();

    assertThat(rearrange(ContextTool.DROP_TURNS, "1 2")).isEqualTo("done");
    take("get_stock #1", "12");
    assertThat(text()).doesNotContain("list_items", "price 250").contains("[3] price 40");

    rearrange(ContextTool.KEEP_TURNS, "1 2");
    take("get_stock #2", "7");
    assertThat(Tokens.startsWith(timeline.prompt().tokens(), whole.tokens())).isTrue();
  }

  @Test
  void whatIsCompressedStaysAsALineInItsPlace() {
    rearrange(ContextTool.COMPRESS_TURNS, "1, 2");

    assertThat(text())
        .contains("Earlier:\n[1] list_items: sofa #1; lamp #2\n[2] get_item #1: price 250\n")
        .contains("[3] price 40");
    assertThat(text().indexOf("[2]")).isLessThan(text().indexOf("[3]"));
  }

  @Test
  void theAccountSaysWhoUsedEveryToken() {
    rearrange(ContextTool.COMPRESS_TURNS, "2");

    var prompt = timeline.prompt();

    assertThat(prompt.account().total()).isEqualTo(prompt.tokens().length);
    assertThat(prompt.account().spent(Source.MEMORY)).isPositive();
    var withoutMemory = prompt.account().cut(prompt.tokens(), Source.MEMORY);
    assertThat(TOKENIZER.decode(withoutMemory)).doesNotContain("Earlier");
  }

  @Test
  void aSnapshotStaysAsItWas() {
    var snapshot = timeline.prompt();
    var tokens = snapshot.tokens().clone();

    rearrange(ContextTool.DROP_TURNS, "1 2 3");

    assertThat(snapshot.tokens()).isEqualTo(tokens);
    assertThat(timeline.prompt().tokens()).hasSizeLessThan(tokens.length);
  }

  @Test
  void aTurnThatOnlyRearrangedIsGoneOnceTheNextHasFollowed() {
    rearrange(ContextTool.DROP_TURNS, "2");
    assertThat(text()).contains("drop_turns 2", "[4] done");

    take("get_stock #1", "12");

    assertThat(text()).doesNotContain("drop_turns").contains("[4] 12");
  }

  @Test
  void turnsThatAreNotThereAreAnsweredWithThoseThatAre() {
    assertThat(rearrange(ContextTool.DROP_TURNS, "7"))
        .isEqualTo("error: name turns by their numbers, of 1 2 3");
    assertThat(text()).contains("[1] sofa");
  }

  private void take(String call, String observation) {
    timeline.heard(CHAT.agentSays(call), call);
    timeline.told(observation);
  }

  private String rearrange(ContextTool tool, String numbers) {
    var call = tool.word() + " " + numbers;
    timeline.heard(CHAT.agentSays(call), call);
    var answer = timeline.rearrange(tool, numbers);
    timeline.told(answer);
    return answer;
  }

  private String text() {
    return TOKENIZER.decode(timeline.prompt().tokens());
  }
}
