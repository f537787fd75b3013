package dev.aisle.recommender.models.trainer;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JVM beside the service that trains and ends, and its folder. It is told everything by its standard input, which also tells it when the service is gone: its
 * command line and its environment have nothing of the service's configuration.
 */
final class TrainerProcess implements AutoCloseable {
    /** The programme; in an upper layer, so it is known by its name here. */
    public static final String MAIN = "dev.aisle.recommender.models.trainer.Trainer";

    private static final String VECTORS = "jdk.incubator.vector";
    private static final String RUNNER = "quarkus-run.jar";
    private static final String LOG = "trainer.log";
    private static final int BUFFER = 1 << 16;
    private static final int OUT_OF_HEAP = 3;
    private static final int SIGNALS = 128;
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final Path folder;
    private final int heapMegabytes;
    private final DataOutputStream input;
    private final BufferedReader lines;

    private TrainerProcess(Process process, Path folder, int heapMegabytes) {
        this.process = process;
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
        this.input = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param quick whether it ends before the second compiler is worth it
     */
    public static TrainerProcess start(int heapMegabytes, boolean quick) {
        try {
            Path folder = Files.createTempDirectory("aisle-training-");
            ProcessBuilder builder = new ProcessBuilder(command(folder, heapMegabytes, quick))
                    .redirectError(folder.resolve(LOG).toFile());
            builder.environment().clear();
            return new TrainerProcess(builder.start(), folder, heapMegabytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The process of a training can't be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path folder, int heapMegabytes, boolean quick) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.jboss.logging.provider=jdk",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
            words.add("--add-modules=" + VECTORS);
        }
        if (quick) {
            words.add("-XX:TieredStopAtLevel=1");
        }
        words.addAll(List.of("-cp", classPath(System.getProperty("java.class.path")), MAIN, folder.toString()));
        return words;
    }

    /** That of the service. Quarkus' own jar names only what starts it; the rest lies in folders beside it. */
    static String classPath(String ofService) {
        if (!ofService.endsWith(RUNNER)) {
            return ofService;
        }
        Path packaged = Path.of(ofService).toAbsolutePath().getParent();
        return Stream.of("app", "lib/boot", "lib/main")
                .map(part -> packaged + "/" + part + "/*")
                .reduce((one, other) -> one + ":" + other)
                .orElseThrow();
    }

    /** What it is told. */
    public DataOutputStream input() {
        return input;
    }

    /** A file that both know. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** The next line that it says; {@code null} when it says none any more. */
    public @Nullable String line() throws IOException {
        return lines.readLine();
    }

    /** Ends it at once; whoever waits for it is told. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Why it ended without a result, for whoever asked for the training. */
    public String reason() {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return "The process of the training says nothing any more.";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The service ends.";
        }
        int code = process.exitValue();
        String heap = "Its heap was " + heapMegabytes + " MB (aisle.training.heap)";
        if (code == OUT_OF_HEAP) {
            return "The training needs more memory than it may take. " + heap + "; allow more.";
        }
        return code > SIGNALS
                ? "The process of the training was killed by signal " + (code - SIGNALS) + ". " + heap
                        + "; where the machine or the container had no memory left, allow more there."
                : "The process of the training ended with " + code + ". " + heap + ". " + lastWords();
    }

    private String lastWords() {
        try (Stream<String> said = Files.lines(file(LOG))) {
            return said.filter(line -> !line.isBlank())
                    .reduce((before, last) -> last)
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** Ends it if it still runs, and removes its folder. */
    @Override
    public void close() {
        kill();
        try {
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        TrainerFolder.remove(folder);
    }
}
