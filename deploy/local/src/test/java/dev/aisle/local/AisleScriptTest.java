package dev.aisle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell script answers without Java: the rest is behind it. */
class AisleScriptTest {
    record Answer(int exit, String output) {}

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
    void anUnknownCommandIsSaidAloneWithTheOneThatWasMeant() throws Exception {
        assertThat(aisle("fly"))
                .isEqualTo(new Answer(1, "aisle: there is no command \"fly\". ./aisle help lists all.\n"));
        assertThat(aisle("improt").output())
                .contains("Did you mean \"import\"?")
                .hasLineCount(1);
        assertThat(aisle("stat").output()).contains("Did you mean \"status\"?");
        assertThat(aisle("u.").output()).doesNotContain("mean");
    }

    @Test
    void aLinkToTheScriptWorks(@TempDir Path folder) throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("aisle"), script());

        assertThat(run(link, Map.of(), "", "help").output()).contains("Usage: ./aisle COMMAND");
        assertThat(run(link, Map.of(), "", "fly").output()).startsWith("aisle: there is no command");
    }

    private static Answer aisle(String... words) throws IOException, InterruptedException {
        return run(script(), Map.of(), "", words);
    }

    /** Starts a script with something on its standard input. */
    static Answer run(Path script, Map<String, String> environment, String input, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    static Path script() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("aisle"))) {
                return folder.resolve("aisle");
            }
        }
        throw new IllegalStateException("The tests run inside the clone.");
    }
}
