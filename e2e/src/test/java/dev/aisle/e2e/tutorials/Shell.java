package dev.aisle.e2e.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.e2e.clients.Node;
import dev.aisle.local.stack.PortPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** A bash in a folder of its own, in which {@code ./aisle} and the addresses of the local stack are those of a test's stack. */
public final class Shell implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1|localhost):18(0[89]\\d)");
    private static final String END = "--the-end-of-a-step--";

    private final PortPlan ports;
    private final Process bash;
    private final Writer in;
    private final BufferedReader out;

    /**
     * @param project the project's folder
     * @param folder  where commands run; it is made
     */
    public Shell(Path project, Path folder, PortPlan ports) {
        this.ports = ports;
        try {
            Files.createDirectories(folder);
            bash = new ProcessBuilder("bash", "--noprofile", "--norc")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            in = bash.outputWriter(StandardCharsets.UTF_8);
            out = new BufferedReader(new InputStreamReader(bash.getInputStream(), StandardCharsets.UTF_8));
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            send("aisle() { '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Daisle.project='" + project
                    + "' -cp '" + System.getProperty("java.class.path") + "' dev.aisle.local.Main \"$@\" --port-base "
                    + ports.base() + "; }\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start bash", e);
        }
    }

    /** Runs a tutorial; fails at the step that ends badly or prints something else, by its line. */
    public void run(Tutorial tutorial) {
        if (tutorial.steps().stream().anyMatch(step -> step.commands().contains("node "))) {
            haveNode();
        }
        for (Tutorial.Step step : tutorial.steps()) {
            String where = tutorial.name() + ", line " + step.line();
            if (step.again()) {
                await(where)
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .untilAsserted(() -> once(where, step));
            } else {
                once(where, step);
            }
        }
    }

    private void once(String where, Tutorial.Step step) {
        String printed = send(step.commands());
        assertThat(step.printed(printed))
                .as("%s: expected %s in: %s", where, step.expected(), printed)
                .isTrue();
    }

    /** The Node of the tests, and the clients of npm that they have. */
    private void haveNode() {
        Node node = Node.withClients();
        send("PATH='" + node.programme().getParent() + "':$PATH; ln -sfn '"
                + node.folder().resolve("node_modules") + "' node_modules");
    }

    /** What commands print; they must end well. */
    private String send(String commands) {
        String adapted = PORT.matcher(commands.replace("./aisle ", "aisle "))
                .replaceAll(port -> port.group(1) + ":" + (ports.base() + Integer.parseInt(port.group(2)) - 80));
        try {
            in.write(adapted + "\nprintf '\\n%s%s\\n' '" + END + "' \"$?\"\n");
            in.flush();
            StringBuilder printed = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(END)) {
                    assertThat(line.substring(END.length()))
                            .as("the end of: %s%n%s", commands, printed)
                            .isEqualTo("0");
                    return printed.toString();
                }
                printed.append(line).append('\n');
            }
            throw new AssertionError("bash ended in: " + commands + "\n" + printed);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot talk to bash", e);
        }
    }

    @Override
    public void close() {
        bash.destroy();
    }
}
