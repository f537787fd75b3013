package dev.aisle.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param command     programme and arguments
 * @param environment added to this process's own
 * @param directory   where it runs
 * @param log         where its output goes; begun anew at each start
 */
record Launch(List<String> command, Map<String, String> environment, Path directory, Path log) {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** The same with more in its environment; what was there is replaced. */
    Launch with(Map<String, String> more) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new Launch(command, all, directory, log);
    }

    /** The same with options of the JVM. One with an agent makes no archive of its classes: it refuses to, and would keep what the agent changed. */
    Launch withJvmOptions(String options) {
        if (options.isEmpty()) {
            return this;
        }
        var words = command.stream()
                .filter(word -> !word.equals(StartArchive.MADE_BY_ITSELF))
                .toList();
        return new Launch(words, environment, directory, log).with(Map.of("JAVA_TOOL_OPTIONS", options));
    }

    Launch loggingTo(Path other) {
        return new Launch(command, environment, directory, other);
    }

    /** Starts it in a session of its own: it outlives this process, and Ctrl-C doesn't reach it behind our back. */
    Process start() {
        var words = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(command);
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(directory);
            var builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(Launch::steersAnotherJvm);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /** What is set for the caller's Java must not change ours, nor may a stray QUARKUS_ variable. */
    private static boolean steersAnotherJvm(String variable) {
        return variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS")
                || variable.equals("CLASSPATH")
                || variable.startsWith("QUARKUS_");
    }
}
