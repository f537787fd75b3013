package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What a JVM needs to run a packaged service. With the system property {@code aisle.start-archives} the service runs from one class path, as in an image, and
 * the JVM keeps the classes of its first start (a dynamic CDS archive, JEP 350): later starts need about half of the CPU, the first start and its end longer.
 * So tests, which start services a hundred times, ask for it. The JVM makes an archive of other jars or flags anew by itself.
 */
public final class StartArchive {
    /** Of the file, in a module's {@code target}. */
    static final String NAME = "start.jsa";

    /** Has the JVM make the archive when it is missing or of other jars. */
    static final String MADE_BY_ITSELF = "-XX:+AutoCreateSharedArchive";

    private static final String MAIN = "dev.aisle.platform.startup.StartService";

    private static final boolean WANTED = Boolean.getBoolean("aisle.start-archives");

    private StartArchive() {}

    /** Flags of a JVM that keeps its classes in that file; none without the property. */
    static List<String> flags(Path archive) {
        return WANTED
                ? List.of(MADE_BY_ITSELF, "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off,aot*=off")
                : List.of();
    }

    /** The last words of a command line, for a service's {@code target/quarkus-app}. */
    public static List<String> command(Path packaged) {
        Path jar = packaged.resolve("quarkus-run.jar");
        if (!WANTED) {
            return List.of("-jar", jar.toString());
        }
        try {
            var words = new ArrayList<>(flags(packaged.resolveSibling(NAME)));
            // Also of what computes: what a test computes is less than what the second compiler takes.
            words.add(Jvm.quickStart());
            words.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
            opened(jar).forEach(each -> words.add("--add-opens=" + each + "=ALL-UNNAMED"));
            words.add("-cp");
            words.add(String.join(":", classPath(packaged)));
            words.add(MAIN);
            return words;
        } catch (IOException e) {
            throw new CommandFailure(packaged + " can't be read: " + e.getMessage(), e);
        }
    }

    private static List<String> opened(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            String opens = file.getManifest().getMainAttributes().getValue("Add-Opens");
            return opens == null ? List.of() : List.of(opens.split(" ", -1));
        }
    }

    /** What Quarkus transformed goes before what it was made from. */
    private static List<String> classPath(Path packaged) throws IOException {
        var jars = new ArrayList<String>();
        for (String folder : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            try (Stream<Path> files = Files.list(packaged.resolve(folder))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".jar"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(jars::add);
            }
        }
        return jars;
    }
}
