package dev.aisle.assistant.reviews;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a table of reviews, {@code product,id,locale,text,stars,at}; a row that is wrong is named and the others go in. */
@Singleton
class ImportReviews {
    private static final int MOST_LISTED = 1_000;

    private final ReviewRepository reviews;

    ImportReviews(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    /** Takes the rows, or only looks at them. */
    public ReviewReport take(String table, boolean store) {
        List<ReviewReport.Wrong> errors = new ArrayList<>();
        int accepted = 0;
        int rejected = 0;
        long line = 1;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(table.startsWith("\uFEFF") ? table.substring(1) : table)) {
            for (NamedCsvRecord row : rows) {
                line = row.getStartingLineNumber();
                Map<String, String> wrong = new LinkedHashMap<>();
                Optional<Review> review = written(row).review(wrong);
                accepted += review.isPresent() ? 1 : 0;
                rejected += review.isPresent() ? 0 : 1;
                if (store && review.isPresent()) {
                    reviews.write(review.get());
                }
                note(errors, line, wrong);
            }
        } catch (CsvParseException | IOException e) {
            rejected++;
            note(errors, line, Map.of("row", "the table can't be read after this line: " + e.getMessage()));
        }
        return new ReviewReport(store, accepted, rejected, errors);
    }

    private static void note(List<ReviewReport.Wrong> errors, long line, Map<String, String> wrong) {
        wrong.forEach((field, message) -> {
            if (errors.size() < MOST_LISTED) {
                errors.add(new ReviewReport.Wrong(line, field, message));
            }
        });
    }

    private static WrittenReview written(NamedCsvRecord row) {
        return new WrittenReview(
                field(row, "product"),
                field(row, "id"),
                field(row, "text"),
                field(row, "locale"),
                field(row, "stars"),
                field(row, "at"));
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("").strip();
    }
}
