package dev.aisle.assistant.understanding.intents;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.aisle.assistant.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The examples that come with the project, beside the class: {@code examples-en.csv}, {@code examples-zh.csv}. */
public final class ShippedExamples {
    private ShippedExamples() {}

    /** Those of a language, in the file's order. */
    public static List<Example> of(Language language) {
        String name = "examples-" + language.tag() + ".csv";
        try (InputStream in = ShippedExamples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside the class");
            }
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
                return rows.stream()
                        .map(row -> new Example(
                                language,
                                Intent.valueOf(row.getField("intent").toUpperCase(Locale.ROOT)),
                                row.getField("text")))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }
}
