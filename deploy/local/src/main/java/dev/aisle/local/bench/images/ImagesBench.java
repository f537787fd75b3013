package dev.aisle.local.bench.images;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Memory;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Probe;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Starts each service out of its image's files, by turns with and without the cache that is in it, beside a broker, a database and an issuer; prints the time from the
 * start of the process until it is ready and the memory that it then takes.
 */
public final class ImagesBench {
    private static final int PORTS_ABOVE = 1_300;
    private static final int PATIENCE_SECONDS = 120;
    private static final int LOOK_MILLIS = 10;
    private static final double MIB = 1024 * 1024;
    private static final List<String> HEAP = List.of("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC");
    private static final String WITHOUT = "-XX:AOTMode=off";
    /** A cache that can't be used is told, instead of being passed by. */
    private static final String WITH = "-XX:AOTMode=on";

    private final Layout layout;
    private final Progress progress;
    private final Path images;
    private final int tries;

    public ImagesBench(Arguments arguments, Layout layout, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench-images"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.images = arguments
                .option("images")
                .map(Path::of)
                .orElse(layout.project().resolve("deploy/images/target/images"));
        this.tries = arguments.number("tries", 5);
    }

    private record Start(double seconds, double megabytes) {}

    /** Measures; the data is deleted at the end. */
    public int run() {
        for (Part part : Part.services()) {
            if (!Files.exists(archive(part))) {
                throw new CommandFailure("There is no " + archive(part) + ": ./aisle images makes it.");
            }
        }
        var stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        try {
            stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
            Part.services().forEach(this::measure);
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private Path archive(Part part) {
        return images.resolve("aisle-" + part.label() + ".tar");
    }

    private void measure(Part part) {
        var image = UnpackedImage.of(archive(part), layout.data().resolve("image"));
        progress.step(part.label() + " is unpacked");
        // The first one makes the tables.
        start(image, part, WITHOUT);
        var with = new ArrayList<Start>();
        var without = new ArrayList<Start>();
        for (int n = 0; n < tries; n++) {
            with.add(start(image, part, WITH));
            without.add(start(image, part, WITHOUT));
        }
        figure(part, "with the cache", with);
        figure(part, "without", without);
    }

    private Start start(UnpackedImage image, Part part, String mode) {
        var flags = new ArrayList<>(HEAP);
        flags.add(mode);
        var ready = layout.ports().http(part).resolve("/q/health/ready");
        var log = layout.log(part);
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(layout.data().resolve(part.label()));
            long began = System.nanoTime();
            Process process = image.start(flags, ServiceEnvironment.of(part, layout), layout.home(), log);
            try {
                while (!Probe.ok(ready)) {
                    double waited = (System.nanoTime() - began) / 1e9;
                    if (!process.isAlive() || waited > PATIENCE_SECONDS) {
                        throw new CommandFailure(part.label() + " did not get ready, see " + log);
                    }
                    Thread.sleep(LOOK_MILLIS);
                }
                double seconds = (System.nanoTime() - began) / 1e9;
                return new Start(seconds, Memory.of(process.pid()).resident() / MIB);
            } finally {
                process.destroy();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + part.label(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private void figure(Part part, String how, List<Start> starts) {
        double[] seconds = starts.stream().mapToDouble(Start::seconds).sorted().toArray();
        double[] megabytes =
                starts.stream().mapToDouble(Start::megabytes).sorted().toArray();
        progress.say(String.format(
                Locale.ROOT,
                "FIGURE  %s %s: ready after %.2f s (%.2f–%.2f), %.0f MB resident then (median of %d, %s)",
                part.label(),
                how,
                seconds[seconds.length / 2],
                seconds[0],
                seconds[seconds.length - 1],
                megabytes[megabytes.length / 2],
                starts.size(),
                String.join(" ", HEAP)));
    }
}
