package dev.aisle.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JVM of its own for one measurement, so that neither what was compiled before nor another's garbage is in it.
 *
 * @param flags of the JVM
 * @param classPath of the child
 * @param main its class
 * @param environment beside the parent's own
 */
public record ChildJvm(List<String> flags, String classPath, String main, Map<String, String> environment) {
    private static final String MARK = "TRIAL ";
    private static final int LAST_LINES = 15;

    /** With the classes of this process: the serial collector, as {@code ./aisle evaluate} has it, and the Vector API. */
    public static ChildJvm own(Class<?> main, String heap) {
        List<String> flags = List.of("-Xmx" + heap, "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector");
        return new ChildJvm(flags, System.getProperty("java.class.path"), main.getName(), Map.of());
    }

    /** Runs it to its end; what its marked lines say, {@code name=value} each. */
    public List<Map<String, String>> run(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        try {
            File errors = Files.createTempFile("aisle-bench", ".log").toFile();
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            List<Map<String, String>> lines = new ArrayList<>();
            try (BufferedReader reader = process.inputReader()) {
                reader.lines().filter(line -> line.startsWith(MARK)).forEach(line -> lines.add(pairs(line)));
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(main + " ended with " + code + ":\n" + last(errors.toPath()));
            }
            Files.delete(errors.toPath());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + main, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + main + " ran", e);
        }
    }

    private static Map<String, String> pairs(String line) {
        Map<String, String> pairs = new HashMap<>();
        for (String word : line.substring(MARK.length()).split(" ", -1)) {
            int equals = word.indexOf('=');
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }

    private static String last(Path errors) throws IOException {
        List<String> lines = Files.readAllLines(errors);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
