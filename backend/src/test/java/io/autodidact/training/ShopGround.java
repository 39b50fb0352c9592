package io.autodidact.training;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.context.AgentContext;
import io.autodidact.context.ByteTokenizer;
import io.autodidact.context.ChatFormat;
import io.autodidact.context.ContextPolicy;
import io.autodidact.context.TextTokenizer;
import io.autodidact.context.ToolRetrieval;
import io.autodidact.context.Toolbox;
import io.autodidact.context.WordEmbedder;
import io.autodidact.engine.ScriptedEngine;
import io.autodidact.exploration.Coverage;
import io.autodidact.exploration.Exploration;
import io.autodidact.exploration.Transition;
import io.autodidact.rollout.Limits;
import io.autodidact.task.SmallShop;
import io.autodidact.task.Syllabus;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.tenant.StoredJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The small shop as software to practise on, with a policy that only ever looks or gives up. */
final class ShopGround {
  static final Limits LIMITS = new Limits(6, 4000, 200, Duration.ofMinutes(1));
  private static final TextTokenizer TOKENIZER = ByteTokenizer.create();
  private static final ChatFormat CHAT = new ChatFormat(TOKENIZER);

  private ShopGround() {}

  static PracticeGround open() throws InterruptedException {
    var shop = new SmallShop();
    var tools = new Toolbox(shop.operations());
    var retrieval = ToolRetrieval.index(tools, new WordEmbedder());
    var context = new AgentContext(CHAT, tools, retrieval, ContextPolicy.SMALL);
    var workshop =
        TaskWorkshop.open(
            shop, explored(shop), operation -> !operation.name().startsWith("delete"), 3);
    return new PracticeGround(shop, context, workshop, new Syllabus(workshop.families(), 0.2, 3));
  }

  /** Even samples look before they finish, odd ones finish at once. */
  static ScriptedEngine.Policy policy() {
    return (prompt, sample, seed) -> {
      boolean first = TOKENIZER.decode(prompt).split("\nassistant\n", -1).length <= 2;
      return CHAT.agentSays(first && sample % 2 == 0 ? "list_items" : "finish");
    };
  }

  /** Always does the same to the first item, whatever it is asked for. */
  static ScriptedEngine.Policy meddlingPolicy() {
    var script = List.of("list_items", "update_item #1 reorderLevel=41", "finish");
    return (prompt, sample, seed) -> {
      int turn = TOKENIZER.decode(prompt).split("\nassistant\n", -1).length - 2;
      return CHAT.agentSays(script.get(Math.clamp(turn, 0, script.size() - 1)));
    };
  }

  private static Exploration explored(SmallShop shop) {
    List<Transition> transitions = new ArrayList<>();
    for (var operation : shop.operations().operations()) {
      var call = new Call(operation.name(), StoredJson.MAPPER.createObjectNode());
      var outcome = new Outcome.Succeeded(200, StoredJson.MAPPER.createObjectNode());
      transitions.add(new Transition(transitions.size(), 1, call, Map.of(), outcome));
    }
    return new Exploration(transitions, List.of(), new Coverage(List.of()), List.of());
  }
}
