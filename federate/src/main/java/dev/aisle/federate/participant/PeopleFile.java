package dev.aisle.federate.participant;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.aisle.algorithms.federated.SharedCatalogue.Product;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.federate.UsageException;
import java.io.IOException;
import java.nio.file.Path;
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

    private void read() {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNextValue()) {
                int line = rows.getCurrentLocation().getLineNr();
                add(rows.nextValue(), line);
            }
        } catch (IOException e) {
            throw new UsageException(file + " can't be read as CSV: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        if (people.isEmpty()) {
            throw new UsageException(file + ": nobody granted " + PURPOSE + " (column purposes)");
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
