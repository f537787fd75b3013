package dev.aisle.local.chaos;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Loaded into a service by {@code -javaagent:…=script}: the process ends at the place that the script names, as abruptly as by
 * kill -9. A script {@code clock:FILE} lets its clocks go wrong instead, by as many milliseconds as the file says.
 */
public final class CrashAgent {
    private static final String CLOCK = "clock:";

    private CrashAgent() {}

    /** What {@link CrashCountdown} is asked from inside any class must be visible to every class loader: the boot loader's. */
    public static void premain(String script, Instrumentation instrumentation) throws IOException, URISyntaxException {
        var own = Path.of(CrashAgent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(own.toFile()));
        if (script.startsWith(CLOCK)) {
            ClockWeaver.install(Path.of(script.substring(CLOCK.length())), instrumentation);
        } else {
            CrashWeaver.install(script, instrumentation);
        }
    }
}
