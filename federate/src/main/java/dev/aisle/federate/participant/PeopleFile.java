package dev.aisle.federate.participant;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.aisle.algorithms.federated.SharedCatalogue.Product;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.federate.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads CSV with the columns {@code person,product,gtin,title,weight,purposes}, a line for what a person did with a product. Only lines whose purposes
 * (words between blanks) hold {@code joint_training} are read: unknown means no. A line without a person lists a product that the shop has.
 */
public final class PeopleFile {
    /** The purpose that a person must have granted. */
    public static final String PURPOSE = "joint_training";

    private static final String MARK = "# aisle-joint-people 1 readAt=";
    private static final List<String> COLUMNS = List.of("person", "product", "weight", "purposes");

    private final Path file;
    private final Map<String, Integer> people = new LinkedHashMap<>();
    private final Map<String, Integer> products = new LinkedHashMap<>();
    private final List<Product> listed = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int withoutConsent;

    private record Line(int person, int product, float weight) {}

    private PeopleFile(Path file) {
        this.file = file;
    }

    /**
     * Reads.
     *
     * @param progress is told how much was read and passed over
     * @throws UsageException with line and field when something can't be used
     */
    public static People read(Path file, Consumer<String> progress) {
        PeopleFile reading = new PeopleFile(file);
        reading.read();
        progress.accept("%d people, %d products, %d lines; %d lines passed over, whose persons didn't grant %s"
                .formatted(
                        reading.people.size(),
                        reading.products.size(),
                        reading.lines.size(),
                        reading.withoutConsent,
                        PURPOSE));
        return reading.people();
    }

    /**
     * When the people were read out of the shop: what its first line says, as recommender-service writes it, else when the file was written.
     *
     * @throws UsageException when the first line says something else
     */
    public static Instant readAt(Path file) throws IOException {
        String first = firstLine(file);
        if (!first.startsWith(MARK)) {
            return Files.getLastModifiedTime(file).toInstant();
        }
        try {
            return Instant.parse(first.substring(MARK.length()).strip());
        } catch (DateTimeException e) {
            throw new UsageException(file + ", line 1: expected " + MARK + "2026-11-27T10:00:00Z, was " + first);
        }
    }

    private static String firstLine(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            return first == null ? "" : first;
        }
    }

    private void read() {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            int before = firstLine(file).startsWith(MARK) ? 1 : 0;
            if (before > 0) {
                text.readLine();
            }
            read(text, before);
        } catch (IOException e) {
            throw new UsageException(file + " can't be read as CSV: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        if (people.isEmpty()) {
            throw new UsageException(file + ": nobody granted " + PURPOSE + " (column purposes)");
        }
    }

    private void read(Reader text, int linesBefore) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text)) {
            while (rows.hasNextValue()) {
                int line = rows.getCurrentLocation().getLineNr() + linesBefore;
                add(rows.nextValue(), line);
            }
        }
    }

    private void add(Map<String, String> row, int line) {
        if (row.getOrDefault("person", "").isBlank()
                && !row.getOrDefault("product", "").isBlank()
                && row.getOrDefault("weight", "").isBlank()) {
            numberOf(row);
            return;
        }
        for (String column : COLUMNS) {
            boolean empty = row.getOrDefault(column, "").isBlank() && !column.equals("purposes");
            if (empty || !row.containsKey(column)) {
                throw new UsageException(file + ", line " + line + ", " + column + ": expected a value");
            }
        }
        if (!Arrays.asList(row.getOrDefault("purposes", "").split(" ", -1)).contains(PURPOSE)) {
            withoutConsent++;
            return;
        }
        float weight = weight(row.getOrDefault("weight", ""), line);
        int person = people.computeIfAbsent(row.getOrDefault("person", ""), id -> people.size());
        lines.add(new Line(person, numberOf(row), weight));
    }

    /** Of the product of a line; its first line says what it is. */
    private int numberOf(Map<String, String> row) {
        return products.computeIfAbsent(row.getOrDefault("product", ""), id -> {
            listed.add(new Product(row.getOrDefault("gtin", ""), row.getOrDefault("title", "")));
            return products.size();
        });
    }

    private float weight(String text, int line) {
        try {
            float weight = Float.parseFloat(text);
            if (weight > 0 && weight <= 1e6f) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of its range
        }
        throw new UsageException(
                file + ", line " + line + ", weight: expected a number above 0 and up to 1000000, was " + text);
    }

    private People people() {
        InteractionsBuilder builder = Interactions.collect(people.size(), products.size());
        lines.forEach(line -> builder.add(line.person(), line.product(), line.weight()));
        return new People(List.copyOf(products.keySet()), listed, builder.build());
    }
}
