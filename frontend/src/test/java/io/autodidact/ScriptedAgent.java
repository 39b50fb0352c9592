package io.autodidact;

import io.autodidact.engine.Engine;
import io.autodidact.engine.Sampler;
import io.autodidact.engine.Scorer;
import io.autodidact.engine.TrainableModel;
import io.autodidact.rollout.ScriptedSampler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** An engine whose adapters all say the lines of one script. */
@TestConfiguration
class ScriptedAgent {
  static final List<String> UPLOADED = new CopyOnWriteArrayList<>();
  static final List<ScriptedSampler> SAMPLERS = new CopyOnWriteArrayList<>();
  static volatile String[] lines = {"finish"};

  @Bean
  Engine engine() {
    return new Engine() {
      @Override
      public Sampler base() {
        throw new IllegalStateException("Only releases are served");
      }

      @Override
      public Sampler sampler(String samplerPath) {
        var sampler = new ScriptedSampler(turn -> lines[Math.min(turn, lines.length - 1)]);
        SAMPLERS.add(sampler);
        return sampler;
      }

      @Override
      public Scorer scorer(String samplerPath) {
        throw new IllegalStateException("Nothing is trained here");
      }

      @Override
      public TrainableModel createModel(int rank, long seed) {
        throw new IllegalStateException("Nothing is trained here");
      }

      @Override
      public byte[] downloadAdapter(String samplerPath) {
        throw new IllegalStateException("Nothing was trained here");
      }

      @Override
      public String uploadAdapter(String name, byte[] tar) {
        UPLOADED.add(name);
        return "sampler/" + name;
      }
    };
  }
}
