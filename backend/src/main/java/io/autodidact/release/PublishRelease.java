package io.autodidact.release;

import io.autodidact.job.Work;
import io.autodidact.release.Manifest.Lineage;
import io.autodidact.release.Manifest.Part;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import java.time.Clock;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a signed version of what a run has learned: a release that {@code stable} points to from
 * then on if it passed its gate, else a candidate that is kept with the reason. A run makes one
 * version, however often it is picked up.
 */
@Component
public class PublishRelease {
  /** The alias that consumers get who ask for nothing else. */
  public static final String STABLE = "stable";

  private final ReleaseRepository releases;
  private final BlobStore blobs;
  private final SigningKey key;
  private final Clock clock;

  public PublishRelease(ReleaseRepository releases, BlobStore blobs, SigningKey key, Clock clock) {
    this.releases = releases;
    this.blobs = blobs;
    this.key = key;
    this.clock = clock;
  }

  /**
   * @throws BlobException if the disk is full
   */
  public Release publish(Work work, ReleaseContent content, GateVerdict verdict) {
    var existing = work.commit(dsl -> releases.ofRun(dsl, work.scope()));
    if (existing.isPresent()) {
      return existing.get();
    }
    var exam = CanonicalJson.bytes(JsonMapper.shared().valueToTree(content.exam()));
    blobs.put(work.scope().tenant(), content.adapter());
    blobs.put(work.scope().tenant(), content.experience());
    blobs.put(work.scope().tenant(), exam);
    var release = work.commit(dsl -> store(dsl, work, content, verdict, Part.of(exam)));
    work.tell(
        "release",
        Map.of(
            "agent", content.agent().name(),
            "version", release.version(),
            "released", release.isReleased(),
            "digest", release.digest(),
            "verdict", verdict.sentence()));
    return release;
  }

  private Release store(
      DSLContext dsl, Work work, ReleaseContent content, GateVerdict verdict, Part exam) {
    var tenant = work.scope().tenant();
    var agent = releases.agent(dsl, tenant, content.agent());
    int version = releases.nextVersion(dsl, tenant, agent);
    var manifest = manifest(work, content, version, exam);
    var release = new Release(tenant, agent, verdict, manifest, key.sign(manifest.canonical()));
    releases.insert(dsl, release);
    if (release.isReleased()) {
      releases.point(dsl, release, STABLE);
    }
    var name = content.agent().name() + "@v" + version;
    Audit.record(
        dsl,
        tenant,
        Change.of("release.published", "release", name)
            .with(Map.of("digest", release.digest().hex(), "released", release.isReleased())));
    return release;
  }

  private Manifest manifest(Work work, ReleaseContent content, int version, Part exam) {
    return new Manifest(
        Manifest.FORMAT,
        content.agent().name(),
        version,
        clock.instant().toString(),
        content.baseModel(),
        Part.of(content.adapter()),
        content.origin().catalogueDigest(),
        Part.of(content.experience()),
        content.behaviour().context(),
        content.behaviour().prompts(),
        content.behaviour().sampling(),
        exam,
        new Lineage(
            work.scope().learningRun(),
            content.origin().tasksDigest(),
            content.origin().codeVersion()),
        key.verifyingKey().id());
  }
}
