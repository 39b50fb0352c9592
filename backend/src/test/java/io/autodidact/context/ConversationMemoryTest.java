package io.autodidact.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.context.ContextPolicy.Calls;
import io.autodidact.context.ContextPolicy.Memory;
import io.autodidact.rollout.ShopTasks;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationMemoryTest {
  @ParameterizedTest
  @EnumSource(Calls.class)
  void anAgentManagesItsMemoryByCalls(Calls calls) {
    var agent = ShopTasks.context(new ContextPolicy(calls, Memory.SELF_MANAGED, 8));
    var conversation = agent.begin(agent.open("Look around.", List.of(), List.of()));
    consult(conversation, agent, ContextTool.SEARCH_OPERATIONS, "stock");
    int before = conversation.prompt().tokens().length;

    var said = consult(conversation, agent, ContextTool.DROP_TURNS, "1");

    assertThat(said).isInstanceOf(Said.Consult.class);
    assertThat(conversation.prompt().tokens()).hasSizeLessThan(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = Memory.class,
      names = {"CAUSAL", "REASONING", "WINDOW"})
  void nobodyElseHasTheseCalls(Memory memory) {
    var agent = ShopTasks.context(new ContextPolicy(Calls.COMPACT, memory, 8));
    var conversation = agent.begin(agent.open("Look around.", List.of(), List.of()));

    var said = conversation.hear(conversation.wordsFor(ContextTool.DROP_TURNS, "1"));

    assertThat(said).isInstanceOf(Said.Malformed.class);
  }

  private static Said consult(
      Conversation conversation, AgentContext agent, ContextTool tool, String query) {
    var said = conversation.hear(agent.chat().agentSays(agent.calls().write(tool, query)));
    if (said instanceof Said.Consult asked) {
      conversation.tell(asked);
    }
    return said;
  }
}
