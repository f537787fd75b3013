package dev.aisle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {
    @TempDir
    Path folder;

    private CertificateFiles files(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder();
        settings.forEach((name, file) ->
                builder.withDefaultValue(name, folder.resolve(file).toString()));
        return new CertificateFiles(builder.build());
    }

    @Test
    void anEntryChangesWithEachOfItsFiles() throws Exception {
        CertificateFiles files = files(Map.of(
                "quarkus.tls.server.key-store.pem.0.cert", "tls.crt",
                "quarkus.tls.server.key-store.pem.0.key", "tls.key",
                "quarkus.tls.\"client\".trust-store.pem.certs", "ca.crt",
                "quarkus.tls.key-store.p12.path", "own.p12"));
        assertThat(files.changed()).isEmpty();

        Files.writeString(folder.resolve("tls.key"), "one");
        assertThat(files.changed()).containsExactly("server");
        assertThat(files.changed()).isEmpty();

        Files.writeString(folder.resolve("ca.crt"), "one");
        Files.writeString(folder.resolve("own.p12"), "one");
        assertThat(files.changed()).containsExactly("", "client");

        Files.writeString(folder.resolve("tls.crt"), "one");
        Files.writeString(folder.resolve("tls.key"), "two");
        assertThat(files.changed()).containsExactly("server");

        Files.delete(folder.resolve("tls.key"));
        assertThat(files.changed()).containsExactly("server");
    }

    @Test
    void aFileThatIsWrittenAgainAsItWasHasNotChanged() throws Exception {
        Files.writeString(folder.resolve("ca.crt"), "one");
        CertificateFiles files = files(Map.of("quarkus.tls.trust-store.pem.certs", "ca.crt"));

        Files.writeString(folder.resolve("ca.crt"), "one");

        assertThat(files.changed()).isEmpty();
    }

    @Test
    void otherSettingsNameNoFile() {
        CertificateFiles files = files(Map.of(
                "quarkus.tls.server.reload-period", "1h", "quarkus.tls.server.key-store.p12.password", "secret"));

        assertThat(files.isEmpty()).isTrue();
    }
}
