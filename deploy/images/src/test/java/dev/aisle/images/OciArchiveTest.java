package dev.aisle.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is an OCI image, and the same files make the same bytes. */
class OciArchiveTest {
    @TempDir
    Path folder;

    private Path layer(String name) throws IOException {
        Path layer = Files.createDirectories(folder.resolve(name).resolve("lib"));
        Files.writeString(layer.resolve("a.jar"), "a");
        Path programme = Files.writeString(layer.resolve("run"), "b");
        assertThat(programme.toFile().setExecutable(true)).isTrue();
        return folder.resolve(name);
    }

    private String write(String name, Path layer) throws IOException {
        return new OciArchive(folder.resolve(name + "-layers"))
                .write(
                        folder.resolve(name + ".tar"),
                        "aisle-test",
                        "1.2.3",
                        List.of(new OciArchive.Layer("all", layer, "/app")),
                        Map.of("title", "test"));
    }

    @Test
    void twoBuildsAreTheSameBytes() throws IOException, InterruptedException {
        String first = write("one", layer("one"));
        Thread.sleep(20);
        String second = write("two", layer("two"));

        assertThat(first).isEqualTo(second).startsWith("sha256:");
        assertThat(folder.resolve("one.tar")).hasSameBinaryContentAs(folder.resolve("two.tar"));
    }

    @Test
    void itIsAnOciImageOfAUserWithoutRights() throws IOException {
        write("one", layer("one"));
        Map<String, byte[]> files = untar(folder.resolve("one.tar"));
        var json = new ObjectMapper();

        JsonNode index = json.readTree(files.get("index.json"));
        JsonNode manifest =
                json.readTree(blob(files, index.at("/manifests/0/digest").asText()));
        JsonNode config =
                json.readTree(blob(files, manifest.at("/config/digest").asText()));

        assertThat(files).containsKey("oci-layout");
        assertThat(index.at("/manifests/0/annotations/org.opencontainers.image.ref.name")
                        .asText())
                .endsWith("1.2.3");
        assertThat(config.at("/config/User").asText()).isEqualTo("10001:10001");
        assertThat(config.at("/config/Entrypoint/0").asText()).isEqualTo("/opt/java/bin/java");
        assertThat(config.at("/config/Cmd/0").asText()).isEqualTo("@/app/service.args");
    }

    private static byte[] blob(Map<String, byte[]> files, String digest) {
        byte[] found = files.get("blobs/" + digest.replace(':', '/'));
        assertThat(found).as(digest).isNotNull();
        return found;
    }

    private static Map<String, byte[]> untar(Path file) throws IOException {
        var all = new HashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(file))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                all.put(entry.getName(), tar.readAllBytes());
            }
        }
        return all;
    }
}
