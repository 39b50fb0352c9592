package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.release.Manifest.Lineage;
import io.autodidact.release.Manifest.Part;
import io.autodidact.release.VerifyBundle.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BundleTest {
  private static final byte[] ADAPTER = bytes("the adapter's weights");
  private static final byte[] EXPERIENCE = bytes("{\"when\": \"…\"}\n");
  private static final byte[] EXAM = bytes("{}");

  @TempDir Path directory;
  private SigningKey key;

  @BeforeEach
  void makeKey() throws IOException {
    key = SigningKey.openOrCreate(directory.resolve("a"));
  }

  @Test
  void aBundleAsItWasSignedIsGenuine() throws IOException {
    var verification = verify(bundle());

    assertThat(verification).isInstanceOf(Verification.Genuine.class);
    assertThat(((Verification.Genuine) verification).manifest().version()).isEqualTo(3);
  }

  @Test
  void equalBundlesAreEqualBytes() throws IOException {
    assertThat(file(bundle())).isEqualTo(file(bundle()));
  }

  @Test
  void aChangedAdapterIsNamed() throws IOException {
    var bundle = bundle();

    assertThat(
            problems(
                new Bundle(
                    bundle.manifest(), bundle.signature(), bytes("other"), EXPERIENCE, EXAM)))
        .singleElement()
        .asString()
        .startsWith("The adapter (adapter.tar) was changed: its digest is ");
  }

  @Test
  void aChangedManifestIsNamed() throws IOException {
    var bundle = bundle();
    var changed =
        new String(bundle.manifest(), StandardCharsets.UTF_8)
            .replace("\"version\":3", "\"version\":4");

    assertThat(problems(new Bundle(bytes(changed), bundle.signature(), ADAPTER, EXPERIENCE, EXAM)))
        .containsExactly("The signature does not fit: the manifest or the signature was changed.");
  }

  @Test
  void aManifestWithMembersAddedIsNamedThoughItMeansTheSame() throws IOException {
    var bundle = bundle();
    var changed =
        new String(bundle.manifest(), StandardCharsets.UTF_8)
            .replace("{\"adapter\"", "{ \"adapter\"");

    assertThat(problems(new Bundle(bytes(changed), bundle.signature(), ADAPTER, EXPERIENCE, EXAM)))
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("not in canonical form"));
  }

  @Test
  void aBrokenSignatureIsNamed() throws IOException {
    var bundle = bundle();
    bundle.signature()[7] ^= 1;

    assertThat(problems(bundle))
        .singleElement()
        .asString()
        .startsWith("The signature does not fit");
  }

  @Test
  void anotherKeysSignatureIsNamed() throws IOException {
    var other = SigningKey.openOrCreate(directory.resolve("b"));

    var verification =
        new VerifyBundle(other.verifyingKey()).verify(new ByteArrayInputStream(file(bundle())));

    assertThat(((Verification.Wrong) verification).problems())
        .singleElement()
        .asString()
        .startsWith("It was signed by another key (" + key.verifyingKey().id() + ")");
  }

  @Test
  void whatIsNoBundleIsSaidToBeNone() throws IOException {
    var verification =
        new VerifyBundle(key.verifyingKey()).verify(new ByteArrayInputStream(bytes("hello")));

    assertThat(((Verification.Wrong) verification).problems())
        .contains("The bundle has no manifest.json.");
  }

  @Test
  void aFileThatNoManifestNamesIsNamed() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("run.sh"));
      zip.closeEntry();
    }

    var verification =
        new VerifyBundle(key.verifyingKey()).verify(new ByteArrayInputStream(out.toByteArray()));

    assertThat(((Verification.Wrong) verification).problems())
        .contains("The bundle holds a file that no manifest names: run.sh.");
  }

  @Test
  void theKeyIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
    var again = SigningKey.openOrCreate(directory.resolve("a"));

    assertThat(again.verifyingKey().id()).isEqualTo(key.verifyingKey().id());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("a/release-signing.key"))))
        .isEqualTo("rw-------");
    assertThat(
            VerifyingKey.parse(Files.readString(directory.resolve("a/release-signing.pub"))).id())
        .isEqualTo(key.verifyingKey().id());
  }

  @Test
  void aDamagedKeyIsNamedAndNeverReplaced() throws IOException {
    Files.writeString(directory.resolve("a/release-signing.key"), "rubbish");

    assertThatThrownBy(() -> SigningKey.openOrCreate(directory.resolve("a")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can not be used (it is not a PEM file). Restore it");
    assertThat(directory.resolve("a/release-signing.key")).hasContent("rubbish");
  }

  private Bundle bundle() {
    var manifest =
        new Manifest(
            Manifest.FORMAT,
            "stock-clerk",
            3,
            "2026-11-22T12:00:00Z",
            "SmolLM2-135M-Instruct",
            Part.of(ADAPTER),
            "c0ffee",
            Part.of(EXPERIENCE),
            json("{\"window\": 4}"),
            json("{\"system\": \"You use software.\"}"),
            json("{\"temperature\": 0.7, \"top\": 1.0}"),
            Part.of(EXAM),
            new Lineage(new UUID(1, 2), "7a5c", "0.1.0"),
            key.verifyingKey().id());
    return new Bundle(
        manifest.canonical(), key.sign(manifest.canonical()), ADAPTER, EXPERIENCE, EXAM);
  }

  private List<String> problems(Bundle bundle) throws IOException {
    return ((Verification.Wrong) verify(bundle)).problems();
  }

  private Verification verify(Bundle bundle) throws IOException {
    return new VerifyBundle(key.verifyingKey()).verify(new ByteArrayInputStream(file(bundle)));
  }

  private static byte[] file(Bundle bundle) throws IOException {
    var out = new ByteArrayOutputStream();
    bundle.writeTo(out);
    return out.toByteArray();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
