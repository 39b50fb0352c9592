package io.autodidact.rollout;

import io.autodidact.context.ByteTokenizer;
import io.autodidact.context.ChatFormat;
import io.autodidact.context.TextTokenizer;
import io.autodidact.engine.SampledSequence;
import io.autodidact.engine.Sampler;
import io.autodidact.engine.SamplingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** Says the lines of a script, one a turn; counts turns by the agent's turns in the prompt. */
public final class ScriptedSampler implements Sampler {
  public static final TextTokenizer TOKENIZER = ByteTokenizer.create();
  public static final ChatFormat CHAT = new ChatFormat(TOKENIZER);

  public final List<int[]> prompts = Collections.synchronizedList(new ArrayList<>());
  private final IntFunction<String> script;

  public ScriptedSampler(IntFunction<String> script) {
    this.script = script;
  }

  public static ScriptedSampler saying(String... lines) {
    return new ScriptedSampler(turn -> lines[Math.min(turn, lines.length - 1)]);
  }

  @Override
  public List<SampledSequence> sample(int[] prompt, int count, SamplingSettings settings) {
    prompts.add(prompt);
    int turn = TOKENIZER.decode(prompt).split("\nassistant\n", -1).length - 2;
    var tokens = CHAT.agentSays(script.apply(turn));
    var logprobs = new float[tokens.length];
    Arrays.fill(logprobs, -0.5f);
    return Collections.nCopies(count, new SampledSequence(tokens, logprobs, true));
  }
}
