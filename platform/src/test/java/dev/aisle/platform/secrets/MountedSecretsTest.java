package dev.aisle.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedSecretsTest {
    private static final String FIRST = "s1:" + "0f".repeat(32);
    private static final String SECOND = "s2:" + "a5".repeat(32);

    /** As the kubelet does it: each file is a link through {@code ..data}, which is moved to another folder in one step. */
    private static void mount(Path folder, String version, Map<String, String> files) throws IOException {
        Path real = Files.createDirectories(folder.resolve("..2026_" + version));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(real.resolve(file.getKey()), file.getValue());
            Path link = folder.resolve(file.getKey());
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, Path.of("..data", file.getKey()));
            }
        }
        Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), real.getFileName());
        Files.move(next, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static SmallRyeConfig config(Path folder) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(
                        Map.of("aisle.secrets.directory", folder.toString(), "aisle.sealing.keys", "from-elsewhere"),
                        "environment",
                        300))
                .withSources(new MountedSources())
                .build();
    }

    @Test
    void aMountedFileIsASettingAndIsReadAgain(@TempDir Path folder) throws IOException {
        mount(folder, "1", Map.of("aisle.sealing.keys", FIRST + "\n"));
        SmallRyeConfig config = config(folder);
        assertThat(config.getValue("aisle.sealing.keys", String.class)).isEqualTo(FIRST);

        mount(folder, "2", Map.of("aisle.sealing.keys", FIRST + "," + SECOND));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Reloaded.list(config, "aisle.sealing.keys").equals(List.of(FIRST, SECOND)));
    }

    @Test
    void credentialsAreReadAtEachQuestion(@TempDir Path folder) throws IOException {
        Path database = Files.createDirectories(folder.resolve("database"));
        mount(database, "1", Map.of("username", "profile", "password", "first"));
        MountedCredentials credentials = new MountedCredentials(Optional.of(folder.toString()));
        assertThat(credentials.getCredentials("database")).isEqualTo(Map.of("user", "profile", "password", "first"));

        mount(database, "2", Map.of("username", "profile", "password", "second"));

        assertThat(credentials.getCredentials("database")).containsEntry("password", "second");
    }

    @Test
    void whatIsMissingIsToldInOneLine(@TempDir Path folder) {
        MountedCredentials credentials = new MountedCredentials(Optional.of(folder.toString()));

        assertThatThrownBy(() -> credentials.getCredentials("database"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There are no credentials in " + folder.resolve("database"));
        assertThatThrownBy(() -> credentials.getCredentials("../etc"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("etc");
        assertThatThrownBy(() -> new MountedCredentials(Optional.empty()).getCredentials("database"))
                .hasMessageContaining("aisle.secrets.directory is not set");
    }

    @Test
    void wrongSettingsLeaveTheOldOnesInUse() {
        AtomicLong now = new AtomicLong();
        AtomicReference<String> text = new AtomicReference<>("1");
        Reloaded<Integer> number =
                new Reloaded<>("aisle.test", () -> List.of(text.get()), () -> Integer.valueOf(text.get()), now::get);

        text.set("none");
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(number.get()).isEqualTo(1);

        text.set("3");
        assertThat(number.get()).as("not looked at again so soon").isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(number.get()).isEqualTo(3);
    }
}
