package dev.aisle.training;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine, loaded when it is first asked for: half a second, and 430 MB of files that are unpacked once into {@code DJL_CACHE_DIR}. */
final class PyTorch {
    private static final String PLACE_OF_LIBRARY = "native/lib/pytorch.properties";
    private static final String OVERRIDE = "PYTORCH_LIBRARY_PATH";

    private PyTorch() {}

    /** What must be installed before the engine loads; empty when it has loaded. */
    static Optional<String> missing() {
        return missing(PyTorch.class.getClassLoader());
    }

    /** The same where the native library is looked for by that loader. */
    static Optional<String> missing(ClassLoader libraries) {
        if (libraries.getResource(PLACE_OF_LIBRARY) == null && System.getenv(OVERRIDE) == null) {
            return Optional.of(advice("PyTorch's native library isn't on the class path"));
        }
        return Optional.ofNullable(Loaded.FAILURE);
    }

    /**
     * The engine.
     *
     * @throws IllegalStateException when it is {@link #missing}
     */
    static Engine engine() {
        missing().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return Engine.getEngine("PyTorch");
    }

    private static String advice(String reason) {
        String platform =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT) + " " + System.getProperty("os.arch", "");
        return reason + " (" + platform
                + "); training needs ai.djl.pytorch:pytorch-native-cpu:2.7.1 for this platform (linux-x86_64, "
                + "osx-aarch64, win-x86_64; pytorch-native-cpu-precxx11 for linux-aarch64) on the class path, which ./aisle evaluate fetches, "
                + "or PYTORCH_LIBRARY_PATH. Serving needs none of it";
    }

    /** Loads once a process. */
    private static final class Loaded {
        private static final @Nullable String FAILURE = load();

        private static @Nullable String load() {
            // Nothing is downloaded behind anybody's back, nothing is reported to anybody.
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("OPT_OUT_TRACKING", "true");
            if (System.getProperty("ai.djl.pytorch.num_threads") == null) {
                System.setProperty(
                        "ai.djl.pytorch.num_threads",
                        Integer.toString(Math.min(2, Runtime.getRuntime().availableProcessors())));
            }
            try {
                Engine.getEngine("PyTorch");
                return null;
            } catch (EngineException | IllegalStateException | LinkageError | AssertionError e) {
                return advice(
                        "PyTorch's native library doesn't load: " + rootOf(e).getMessage());
            }
        }

        private static Throwable rootOf(Throwable failure) {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root;
        }
    }
}
