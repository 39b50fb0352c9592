package io.autodidact.release;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.release.VerifyBundle.Verification;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes for a release as one signed file. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1")
class BundleApi {
  private final TenantTransaction tenantTransaction;
  private final ReleaseRepository releases;
  private final ReadBundle bundles;
  private final CheckRelease check;
  private final SigningKey key;

  BundleApi(
      TenantTransaction tenantTransaction,
      ReleaseRepository releases,
      ReadBundle bundles,
      CheckRelease check,
      SigningKey key) {
    this.tenantTransaction = tenantTransaction;
    this.releases = releases;
    this.bundles = bundles;
    this.check = check;
    this.key = key;
  }

  /**
   * What came of a check.
   *
   * @param problems a sentence each; empty if the bundle is as it was signed
   * @param signedBy id of the platform's key
   */
  record VerificationView(
      boolean genuine, List<String> problems, Optional<Digest> digest, String signedBy) {}

  @Operation(summary = "Download a release as a signed bundle")
  @GetMapping(
      path = "/agents/{agent}/releases/{version}/bundle",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> download(
      @AuthenticationPrincipal Caller caller, @PathVariable String agent, @PathVariable int version)
      throws IOException {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + agent + "-v" + version + ".zip\"")
        .body(zip(release(caller, agent, version)));
  }

  @Operation(summary = "Check a release against its signature, part by part")
  @PostMapping("/agents/{agent}/releases/{version}/verify")
  VerificationView verify(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String agent,
      @PathVariable int version) {
    return switch (check.check(release(caller, agent, version))) {
      case Verification.Genuine(Manifest manifest) ->
          new VerificationView(
              true, List.of(), Optional.of(Digest.of(manifest.canonical())), manifest.signedBy());
      case Verification.Wrong(List<String> problems) ->
          new VerificationView(false, problems, Optional.empty(), key.verifyingKey().id());
    };
  }

  @Operation(summary = "Show the public key that releases are signed with")
  @GetMapping(path = "/signing-key", produces = MediaType.TEXT_PLAIN_VALUE)
  String signingKey() {
    return key.verifyingKey().pem();
  }

  private Release release(Caller caller, String agent, int version) {
    return tenantTransaction
        .in(caller.tenant(), dsl -> releases.find(dsl, caller.tenant(), agent, version))
        .orElseThrow(() -> new NotFound("release"));
  }

  private byte[] zip(Release release) throws IOException {
    var out = new ByteArrayOutputStream();
    bundles.of(release).writeTo(out);
    return out.toByteArray();
  }
}
