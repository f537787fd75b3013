package dev.aisle.local.stack;

import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param project the root of the clone, with the built jars
 * @param home    everything that the stack writes; {@code .aisle} of the clone unless said otherwise
 * @param ports   who listens where
 */
public record Layout(Path project, Path home, PortPlan ports) {
    public Layout {
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    public static Layout of(Path project) {
        return new Layout(project, project.resolve(".aisle"), new PortPlan(PortPlan.DEFAULT_BASE));
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path imports() {
        return home.resolve("imports");
    }

    public Path log(Part part) {
        return home.resolve("logs").resolve(part.label() + ".log");
    }

    Path conf() {
        return home.resolve("conf");
    }

    Path state() {
        return home.resolve("state.json");
    }

    Path lock() {
        return home.resolve("lock");
    }

    /** The path as a person in the clone would type it. */
    public String shown(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(project) ? project.relativize(absolute).toString() : absolute.toString();
    }
}
