package dev.aisle.local.bench.people;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The heaps that the Helm chart gives for a number of people, by its own figures and its own formula ({@code aisle.heap}). */
final class ChartHeaps {
    private static final int STEP = 32;
    private static final long MEBIBYTE = 1 << 20;

    private final String components;
    private final long people;

    private ChartHeaps(String components, long people) {
        this.components = components;
        this.people = people;
    }

    /** Reads the chart of a clone. */
    static ChartHeaps of(Path project, long people) {
        try {
            return new ChartHeaps(
                    Files.readString(project.resolve("deploy/helm/aisle/templates/_components.tpl")), people);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the chart's components", e);
        }
    }

    /** Returns MiB of heap of a component, such as {@code door}. */
    long megabytes(String component) {
        var figures = Pattern.compile("(?m)^" + component + ":\\n(?:  .*\\n)*?  heap: \\{base: (\\d+), person: (\\d+),")
                .matcher(components);
        if (!figures.find()) {
            throw new CommandFailure("The chart says no heap of " + component + ".");
        }
        var base = Long.parseLong(figures.group(1));
        var ofPeople = people * Long.parseLong(figures.group(2)) / MEBIBYTE;
        return STEP * ((base + ofPeople + STEP - 1) / STEP);
    }

    /** How a service runs in the chart's pod. */
    static Tuning tuning(long megabytes) {
        return new Tuning(List.of("-Xms" + megabytes + "m", "-Xmx" + megabytes + "m", "-XX:+UseSerialGC"), Map.of());
    }
}
