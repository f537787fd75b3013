package dev.aisle.e2e.clients;

import dev.aisle.local.shell.Folders;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** npm itself, from its own registry: one pinned tarball whose checksum is known here. */
final class NpmTarball {
    private static final String VERSION = "10.9.9";
    private static final String SHA512 =
            "1g+6jLQvaIuB4zwvHL7yrXuXcWZwDsCtBX8bbWDqbvJSSr9nPiDDWTHNgwXR27iIcTTW7v3A57hDW9RYv2W4Yg==";
    private static final String DEFAULT_REGISTRY = "https://registry.npmjs.org/";

    private NpmTarball() {}

    /** The path of npm's command line, for Node. */
    static Path unpackedInto(Path folder) throws IOException {
        Path command = folder.resolve("npm-" + VERSION).resolve("package/bin/npm-cli.js");
        if (!Files.exists(command)) {
            Path unfinished = folder.resolve("npm-unfinished");
            Folders.delete(unfinished);
            unpack(download(), unfinished);
            Files.move(unfinished, folder.resolve("npm-" + VERSION));
        }
        return command;
    }

    private static byte[] download() throws IOException {
        URI address = URI.create(registry() + "npm/-/npm-" + VERSION + ".tgz");
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).build();
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || !SHA512.equals(sha512(answer.body()))) {
                throw new IOException(address + " answered " + answer.statusCode() + " with " + answer.body().length
                        + " bytes that are not the pinned npm " + VERSION);
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while npm was fetched", e);
        }
    }

    /** Where npm would look: its environment variable, then the user's .npmrc, then the public registry. */
    private static String registry() throws IOException {
        String registry = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().toLowerCase(Locale.ROOT).equals("npm_config_registry"))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(NpmTarball::ofTheUser)
                .orElse(DEFAULT_REGISTRY);
        return registry.endsWith("/") ? registry : registry + "/";
    }

    private static Optional<String> ofTheUser() {
        Path settings = Path.of(System.getProperty("user.home"), ".npmrc");
        try {
            return Files.exists(settings)
                    ? Files.readAllLines(settings).stream()
                            .map(line -> line.split("=", 2))
                            .filter(words ->
                                    words.length == 2 && words[0].strip().equals("registry"))
                            .map(words -> words[1].strip())
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String sha512(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-512", e);
        }
    }

    private static void unpack(byte[] tarball, Path into) throws IOException {
        try (TarArchiveInputStream archive = new TarArchiveInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(tarball))))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
