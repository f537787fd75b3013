package dev.aisle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shell script answers without Java: the rest is behind it. */
class AisleScriptTest {
    private record Answer(int exit, String output) {}

    @Test
    void helpNamesEveryCommand() throws Exception {
        var answer = aisle("help");

        assertThat(answer.exit()).isZero();
        assertThat(answer.output())
                .contains(
                        "up",
                        "demo",
                        "down",
                        "status",
                        "logs",
                        "import",
                        "campaigns",
                        "bench",
                        "chaos",
                        "test",
                        "compute",
                        "evaluate");
    }

    @Test
    void withoutACommandHelpIsShown() throws Exception {
        assertThat(aisle().output()).contains("Usage: ./aisle COMMAND");
    }

    @Test
    void anUnknownCommandIsSaid() throws Exception {
        var answer = aisle("fly");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.output()).contains("there is no command \"fly\"");
    }

    private static Answer aisle(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", script().toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private static Path script() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("aisle"))) {
                return folder.resolve("aisle");
            }
        }
        throw new IllegalStateException("The tests run inside the clone.");
    }
}
