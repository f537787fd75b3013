package dev.aisle.local.images;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code ./aisle images}: lets the module {@code deploy/images} make them, beside a broker, a database and an issuer, so that each service can start
 * until it is ready and its cache holds all of that.
 */
public final class ImagesCommand {
    private static final int PORTS_ABOVE = 1_400;
    private static final String NO_CACHE = "no-cache";
    /** Options of every command; the build knows the others. */
    private static final Set<String> COMMON = Set.of("home", "port-base", NO_CACHE);

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public ImagesCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("images"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
    }

    /** Answers what the build answers. */
    public int run() {
        // Before a stack is started for it.
        arguments.allow("service", "tag", "out", NO_CACHE);
        List<String> words = words();
        if (arguments.has(NO_CACHE)) {
            words.add("--" + NO_CACHE);
            return build(words);
        }
        var stack = new Stack(layout, progress);
        words.addAll(List.of("--stack", layout.home().toString()));
        try {
            return stack.during(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER), () -> {
                writeEnvironments();
                return build(words);
            });
        } finally {
            stack.wipe();
        }
    }

    private List<String> words() {
        Path module = layout.project().resolve("deploy/images/target");
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                module + "/*:" + module + "/libs/*",
                "dev.aisle.images.ImageBuild",
                "--project",
                layout.project().toString()));
        words.addAll(arguments.operands());
        arguments.options().forEach((name, value) -> {
            if (!COMMON.contains(name)) {
                words.addAll(List.of("--" + name, value));
            }
        });
        return words;
    }

    private void writeEnvironments() {
        try {
            Path folder = Files.createDirectories(layout.home().resolve("environments"));
            for (Part part : Part.services()) {
                var lines = ServiceEnvironment.of(part, layout).entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList();
                Files.write(folder.resolve(part.label() + ".env"), lines);
                Files.createDirectories(layout.data().resolve(part.label()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write what the services are told", e);
        }
    }

    private static int build(List<String> words) {
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CommandFailure("The images can't be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
