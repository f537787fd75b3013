package dev.aisle.local.upgrade;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A built state of the project.
 *
 * @param name as it stands in the logs' names
 * @param project its root, with {@code SERVICE/target/quarkus-app}
 */
record Version(String name, Path project) {
    /** The same homes and ports, other programmes. */
    Layout layout(Layout layout) {
        return new Layout(project, layout.home(), layout.ports());
    }

    /** Refuses a folder in which a service isn't built. */
    void check() {
        for (var part : Part.values()) {
            var jar = project.resolve(part.label()).resolve("target/quarkus-app/quarkus-run.jar");
            if (part.isService() && !Files.exists(jar)) {
                throw new CommandFailure(
                        "There is no " + part.label() + " in " + project + ": " + jar + " is missing.");
            }
        }
    }
}
