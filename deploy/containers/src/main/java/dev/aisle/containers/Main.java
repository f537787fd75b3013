package dev.aisle.containers;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import java.nio.file.Path;

/** Entry of {@code ./aisle trials --containers}. The shell script has looked for the engine and built what is missing. */
public final class Main {
    private Main() {}

    public static void main(String... words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        try {
            Arguments arguments = Arguments.parse(words);
            Path project = Path.of(System.getProperty("aisle.project", ""));
            Path home = arguments.option("home").map(Path::of).orElse(project.resolve(".aisle"));
            return new ContainerTrial(arguments, project, home, new Progress(System.out)).run();
        } catch (CommandFailure e) {
            System.err.println("aisle: " + e.getMessage());
            return 1;
        }
    }
}
