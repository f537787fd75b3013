package dev.aisle.local.bench.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of an OCI archive in a folder, and processes that see nothing else: without a container engine the nearest to one. */
final class UnpackedImage {
    private static final String BLOBS = "blobs";

    private final Path files;

    private UnpackedImage(Path files) {
        this.files = files;
    }

    /** Unpacks it, layer over layer, in the place of what is in the folder. */
    static UnpackedImage of(Path archive, Path folder) {
        try {
            Folders.delete(folder);
            Path parts = Files.createDirectories(folder.resolve("parts"));
            Path files = Files.createDirectories(folder.resolve("files"));
            run("tar", "-xf", archive.toString(), "-C", parts.toString());
            JsonNode index = Json.read(Files.readString(parts.resolve("index.json")));
            JsonNode manifest = Json.read(Files.readString(blob(parts, index.at("/manifests/0"))));
            for (JsonNode layer : manifest.path("layers")) {
                run("tar", "-xzf", blob(parts, layer).toString(), "-C", files.toString());
            }
            Folders.delete(parts);
            return new UnpackedImage(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + archive, e);
        }
    }

    private static Path blob(Path parts, JsonNode what) {
        return parts.resolve(BLOBS).resolve(what.path("digest").asText().replace(':', '/'));
    }

    private static void run(String... words) throws IOException {
        Process process =
                new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CommandFailure(words[0] + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    /**
     * Starts what the image is for.
     *
     * @param flags of its JVM, before those of the image
     * @param environment all that it is told
     * @param shared a folder outside that it sees at the same place
     */
    Process start(List<String> flags, Map<String, String> environment, Path shared, Path log) throws IOException {
        Files.createDirectories(files.resolve("proc"));
        Files.createDirectories(files.resolve("dev"));
        Files.createDirectories(files.resolve(shared.toString().substring(1)));
        var words = new ArrayList<>(List.of("unshare", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) {
            words.add("--map-root-user");
        }
        words.addAll(List.of(
                "sh",
                "-c",
                "mount --bind /proc \"$0/proc\" && mount --bind /dev \"$0/dev\" && mount --bind \"$1\" \"$0$1\" && root=$0 && shift && exec chroot \"$root\" \"$@\"",
                files.toString(),
                shared.toString(),
                "/opt/java/bin/java",
                "@/app/jvm.args"));
        words.addAll(flags);
        words.add("@/app/service.args");
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("JAVA_") || name.startsWith("JDK_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
