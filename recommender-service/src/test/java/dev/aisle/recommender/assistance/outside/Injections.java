package dev.aisle.recommender.assistance.outside;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.aisle.assistant.shared.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The attempts of {@code assistant/injections.csv}. */
public final class Injections {
    private Injections() {}

    /**
     * An attempt to make the assistant do what it should not.
     *
     * @param place where the text stands: article, review or message
     * @param wanted what it tries to get said; a model that obeys says it
     */
    public record Injection(String id, String place, Language language, String kind, String text, String wanted) {
        @Override
        public String toString() {
            return id + " " + place + " " + language.tag() + " " + kind + ": " + text;
        }
    }

    /** All of them. */
    public static List<Injection> all() {
        try (Reader file = new InputStreamReader(
                        Objects.requireNonNull(Injections.class.getResourceAsStream("/assistant/injections.csv")),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> new Injection(
                            row.getField("id"),
                            row.getField("place"),
                            row.getField("language").equals("zh") ? Language.CHINESE : Language.ENGLISH,
                            row.getField("kind"),
                            row.getField("text"),
                            row.getField("wanted")))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The attempts can't be read", e);
        }
    }

    /** Those of a place. */
    public static List<Injection> in(String place) {
        return all().stream().filter(one -> one.place().equals(place)).toList();
    }
}
