package dev.aisle.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A packaged service laid out for an image. Its jars stand in one class path, in Quarkus' order: what it transformed goes before what it was made from. Without
 * the class loader of quarkus-run.jar the AOT cache holds the service's classes as well.
 */
final class Application {
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.io.tmpdir=/tmp",
            "-Dfile.encoding=UTF-8");

    private final Service service;
    private final Path packaged;

    Application(Service service, Path project) {
        this.service = service;
        this.packaged = project.resolve(service.folder()).resolve("target/quarkus-app");
        if (!Files.isDirectory(packaged)) {
            throw new ImageFailure(packaged + " isn't there: ./aisle build makes it.");
        }
    }

    /** Jars that seldom change into one folder, the service's own into another, which is /app. */
    void into(Path libraries, Path app) throws IOException {
        var classPath = new ArrayList<String>();
        copy(packaged.resolve("quarkus"), app.resolve("quarkus"), "quarkus", classPath);
        copy(packaged.resolve("app"), app.resolve("own"), "own", classPath);
        copy(packaged.resolve("lib/boot"), libraries.resolve("boot"), "lib/boot", classPath);
        copy(packaged.resolve("lib/main"), libraries.resolve("main"), "lib/main", classPath);
        // Transformed classes hide those they were made from.
        classPath.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        Files.writeString(app.resolve("service.args"), Places.MAIN + "\n");
        Files.writeString(app.resolve("jvm.args"), String.join("\n", options(classPath)) + "\n");
    }

    private static int rank(String jar) {
        if (jar.contains("transformed-bytecode")) {
            return 0;
        }
        if (jar.contains("generated-bytecode")) {
            return 1;
        }
        return jar.contains("/own/") ? 2 : 3;
    }

    private List<String> options(List<String> classPath) throws IOException {
        var all = new ArrayList<>(OPTIONS);
        if (service == Service.RECOMMENDER) {
            all.add("--add-modules=jdk.incubator.vector");
        }
        try (var jar = new JarFile(packaged.resolve("quarkus-run.jar").toFile())) {
            Manifest manifest = jar.getManifest();
            String opens =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Add-Opens");
            if (opens != null) {
                Stream.of(opens.split(" ", -1))
                        .filter(each -> !each.isBlank())
                        .forEach(each -> all.add("--add-opens=" + each + "=ALL-UNNAMED"));
            }
        }
        all.add("-cp");
        all.add(String.join(":", classPath));
        return all;
    }

    private static void copy(Path from, Path to, String place, List<String> classPath) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
                classPath.add(Places.APP + "/" + place + "/" + file.getFileName());
            }
        }
    }
}
