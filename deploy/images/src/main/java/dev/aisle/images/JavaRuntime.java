package dev.aisle.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * Into a folder that isn't there yet; of the JDK that runs this.
     *
     * @param sameBytes whether two of them must be alike. One class that jlink writes has another order each time; without it the JVM of JDK 25 can't write an AOT
     *     cache
     */
    static void into(Path folder, boolean sameBytes) {
        if (Files.exists(folder)) {
            throw new ImageFailure(folder + " is there already.");
        }
        Path jdk = Path.of(System.getProperty("java.home"));
        List<String> words = new ArrayList<>(List.of(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales",
                "en,de,fr,es,it,pt,nl,zh",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                folder.toString()));
        if (sameBytes) {
            words.addAll(List.of("--disable-plugin", "system-modules"));
        }
        Commands.run(jdk, words);
    }
}
