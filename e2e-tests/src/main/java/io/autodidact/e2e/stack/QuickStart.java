package io.autodidact.e2e.stack;

import io.autodidact.e2e.CacheFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the program is started quickest. Unpacked, and with classes as the virtual machine has loaded
 * and linked them before (JEP 514), it starts in half the time; that is prepared once for each
 * build and kept in the cache.
 *
 * @param jvm options that make use of it
 */
record QuickStart(Path jar, List<String> jvm) {
  private static final String CACHE = "app.aot";

  /** The prepared way if it was prepared for just this jar, else the jar as it is. */
  static QuickStart of(Path jar) {
    var prepared = folder(jar);
    var cache = prepared.resolve(CACHE);
    return Files.exists(cache)
        ? new QuickStart(prepared.resolve(jar.getFileName()), List.of("-XX:AOTCache=" + cache))
        : new QuickStart(jar, List.of());
  }

  /**
   * Starts the program once as far as its context, beside the running one, and keeps what the
   * virtual machine learned. Whoever interrupts it loses nothing.
   *
   * @param arguments of the program; it neither works on runs nor starts an engine meanwhile
   */
  static void prepare(Path jar, List<String> jvm, List<String> arguments, Path log)
      throws InterruptedException {
    var folder = folder(jar);
    var cache = folder.resolve(CACHE);
    if (Files.exists(cache)) {
      return;
    }
    try {
      Files.createDirectories(folder);
      forget(Objects.requireNonNull(folder.getParent()), folder);
      var unfinished = folder.resolve(CACHE + ".part");
      var unpack =
          List.of("-Djarmode=tools", "-jar", jar + "", "extract", "--destination", folder + "");
      var train = training(folder.resolve(jar.getFileName()), unfinished, jvm, arguments);
      if ((Files.exists(folder.resolve("lib")) || run(log, unpack)) && run(log, train)) {
        Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Later starts could not be made quicker", e);
    }
  }

  private static List<String> training(
      Path jar, Path cache, List<String> jvm, List<String> arguments) {
    var command = new ArrayList<>(jvm);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.add("-Dspring.context.exit=onRefresh");
    command.add("-jar");
    command.add(jar.toString());
    var apart =
        List.of(
            "--server.port=0",
            "--autodidact.roles=console,api",
            "--autodidact.engine.program=false",
            "--autodidact.engine.url=http://127.0.0.1:9");
    command.addAll(Arguments.last(Stream.concat(arguments.stream(), apart.stream()).toList()));
    return command;
  }

  private static boolean run(Path log, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process.waitFor() == 0;
  }

  /** Of older builds. */
  private static void forget(Path parent, Path but) throws IOException {
    try (var old = Files.list(parent)) {
      for (var folder : old.filter(one -> !one.equals(but)).toList()) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path folder(Path jar) {
    try (var in =
        new DigestInputStream(Files.newInputStream(jar), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      var digest = HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 16);
      return CacheFolder.path().resolve("quick-start").resolve(digest);
    } catch (IOException e) {
      throw new UncheckedIOException("The program " + jar + " can not be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
