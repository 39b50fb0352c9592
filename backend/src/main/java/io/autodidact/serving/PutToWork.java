package io.autodidact.serving;

import io.autodidact.connector.Catalogue;
import io.autodidact.context.AgentContext;
import io.autodidact.context.ChatFormat;
import io.autodidact.context.ContextPolicy;
import io.autodidact.context.Embedder;
import io.autodidact.context.TextTokenizer;
import io.autodidact.context.ToolRetrieval;
import io.autodidact.context.Toolbox;
import io.autodidact.engine.Engine;
import io.autodidact.engine.Sampler;
import io.autodidact.release.Bundle;
import io.autodidact.release.Digest;
import io.autodidact.release.ReadBundle;
import io.autodidact.release.Release;
import io.autodidact.tenant.StoredJson;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes a release ready to answer, once a process: reads its parts, each checked against the digest
 * that was signed, and gives its adapter to the engine.
 */
@Component
class PutToWork {
  private final LiveSoftware liveSoftware;
  private final ReadBundle bundles;
  private final ObjectProvider<Engine> engine;
  private final ObjectProvider<TextTokenizer> tokenizer;
  private final Embedder embedder;
  private final Map<Digest, Sampler> samplers = new ConcurrentHashMap<>();
  private final Map<Digest, ServedAgent> ready = new ConcurrentHashMap<>();

  PutToWork(
      LiveSoftware liveSoftware,
      ReadBundle bundles,
      ObjectProvider<Engine> engine,
      ObjectProvider<TextTokenizer> tokenizer,
      Embedder embedder) {
    this.liveSoftware = liveSoftware;
    this.bundles = bundles;
    this.engine = engine;
    this.tokenizer = tokenizer;
    this.embedder = embedder;
  }

  /**
   * @throws io.autodidact.release.BlobException if a part is gone or damaged
   * @throws io.autodidact.engine.EngineException if the engine can not be used now
   */
  ServedAgent of(Release release) throws InterruptedException {
    var software = liveSoftware.of(release);
    var known = ready.get(release.digest());
    if (known != null && known.software().equals(software)) {
      return known;
    }
    var agent = prepare(release, software);
    ready.put(release.digest(), agent);
    return agent;
  }

  private ServedAgent prepare(Release release, ServedAgent.Software software)
      throws InterruptedException {
    var bundle = bundles.of(release);
    return new ServedAgent(
        release,
        software,
        context(release, software.usable()),
        SnapshotLessons.read(bundle.experience()),
        sampler(release, bundle));
  }

  private AgentContext context(Release release, Catalogue usable) {
    var tools = new Toolbox(usable);
    var policy = StoredJson.MAPPER.treeToValue(release.manifest().context(), ContextPolicy.class);
    return new AgentContext(
        new ChatFormat(tokenizer.getObject()), tools, ToolRetrieval.index(tools, embedder), policy);
  }

  private Sampler sampler(Release release, Bundle bundle) throws InterruptedException {
    var digest = release.manifest().adapter().digest();
    var known = samplers.get(digest);
    if (known != null) {
      return known;
    }
    var path = engine.getObject().uploadAdapter(digest.hex().substring(0, 32), bundle.adapter());
    var sampler = engine.getObject().sampler(path);
    samplers.put(digest, sampler);
    return sampler;
  }
}
