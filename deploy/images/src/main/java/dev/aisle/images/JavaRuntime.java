package dev.aisle.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JDK with the modules that the services need, by jlink. */
final class JavaRuntime {
    /** The same list stands in the Containerfiles. jdk.jcmd is for an operator, who has no shell there: kubectl exec POD -- /opt/java/bin/jcmd 1 … */
    static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.incubator.vector",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.management.agent",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.security.auth",
            "jdk.unsupported",
            "jdk.zipfs");

    private JavaRuntime() {}

    /** Into a folder that isn't there yet; of the JDK that runs this. */
    static void into(Path folder) {
        if (Files.exists(folder)) {
            throw new ImageFailure(folder + " is there already.");
        }
        Path jdk = Path.of(System.getProperty("java.home"));
        Commands.run(
                jdk,
                List.of(
                        jdk.resolve("bin/jlink").toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--include-locales",
                        "en,de,fr,es,it,pt,nl,zh",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        // It writes a class whose order is another one each time.
                        "--disable-plugin",
                        "system-modules",
                        "--output",
                        folder.toString()));
    }
}
