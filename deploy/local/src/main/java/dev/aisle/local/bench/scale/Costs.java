package dev.aisle.local.bench.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was measured: {@code costs.tsv}, a line each with name, value, unit and where it is from.
 *
 * @param lines by their names
 */
record Costs(Map<String, Line> lines) {
    /** A measured cost. */
    record Line(double value, String unit, String from) {}

    private static final int FIELDS = 4;

    static Costs measured() {
        try (InputStream in = Objects.requireNonNull(Costs.class.getResourceAsStream("costs.tsv"), "costs.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read costs.tsv", e);
        }
    }

    static Costs read(Iterable<String> text) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (String line : text) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException(
                        "Expected name, value, unit and source with tabs between them, not: " + line);
            }
            lines.put(fields[0], new Line(Double.parseDouble(fields[1]), fields[2], fields[3]));
        }
        return new Costs(lines);
    }

    /** A cost in its own unit. */
    double of(String name) {
        Line line = lines.get(name);
        if (line == null) {
            throw new IllegalArgumentException("Nobody measured " + name + ".");
        }
        return line.value();
    }
}
