package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What trials read: a file of lines {@code person product type millis} with tabs between. */
public final class TrialRows {
    private TrialRows() {}

    /** A line. */
    public record Row(String person, String product, InteractionType type, long millis) {}

    /** The rows of a file, person after person, each in the order of time. */
    public static List<Row> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(part -> new Row(part[0], part[1], InteractionType.valueOf(part[2]), Long.parseLong(part[3])))
                .sorted(Comparator.comparing(Row::person).thenComparingLong(Row::millis))
                .toList();
    }

    /** What can be learned from them. */
    public static TrainingSet set(List<Row> rows) {
        TrainingSetBuilder builder = new TrainingSetBuilder();
        for (Row row : rows) {
            String basket = row.type() == InteractionType.PURCHASE ? Long.toString(row.millis()) : null;
            builder.add(row.person(), row.product(), basket, row.type().weight(), row.millis());
        }
        return builder.build();
    }
}
