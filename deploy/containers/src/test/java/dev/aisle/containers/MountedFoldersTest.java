package dev.aisle.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.helm.Chart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedFoldersTest {
    private static final MountedFolders SECRETS = new MountedFolders(Map.of(
            "db", Map.of("username", bytes("me"), "password", bytes("secret")), "shared", Map.of("a.key", bytes("k"))));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode volume(String yaml) {
        return Chart.parse(yaml).getFirst();
    }

    @Test
    void severalSecretsAreOneFolderWithTheirPaths() {
        JsonNode volume = volume("""
            projected:
              sources:
                - secret: {name: shared}
                - secret: {name: db, items: [{key: password, path: database/password}]}
            """);

        assertThat(SECRETS.files(volume)).containsOnlyKeys("a.key", "database/password");
    }

    @Test
    void aMissingSecretOrKeyIsNamed() {
        assertThatThrownBy(() -> SECRETS.files(volume("secret: {secretName: other}")))
                .hasMessageContaining("no Secret other");
        assertThatThrownBy(() -> SECRETS.files(volume("secret: {secretName: db, items: [{key: port, path: p}]}")))
                .hasMessageContaining("db has no key port");
    }

    @Test
    void anEmptyFolderIsForEveryUserAsAKubeletMakesIt(@TempDir Path folder) throws IOException {
        SECRETS.write(volume("{volumes: [{name: tmp, emptyDir: {}}]}"), folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tmp"))))
                .isEqualTo("rwxrwxrwx");
    }

    @Test
    void modesAreRead() {
        assertThat(PosixFilePermissions.toString(MountedFolders.permissions(0440)))
                .isEqualTo("r--r-----");
        assertThat(PosixFilePermissions.toString(MountedFolders.permissions(0751)))
                .isEqualTo("rwxr-x--x");
    }
}
