package dev.aisle.e2e;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service as it was packaged. */
public final class Packaged {
    private Packaged() {}

    /** All of its jars, as an image has them: for programmes that lie in it beside the service. */
    public static String classPath(Path project, String service) {
        Path application = folder(project, service);
        return Stream.of("app", "lib/boot", "lib/main")
                .map(folder -> application.resolve(folder) + "/*")
                .collect(Collectors.joining(":"));
    }

    /** Where it lies. */
    public static Path folder(Path project, String service) {
        return project.resolve(service).resolve("target/quarkus-app");
    }
}
