package dev.aisle.recommender.assistance.understanding;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.aisle.assistant.knowledge.domain.ArticleEntry;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.MarkdownEntries;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.intents.Intent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The articles and questions of {@code deploy/knowledge}. */
final class QuestionSet {
    private static final Path FOLDER = Path.of("../deploy/knowledge");

    private QuestionSet() {}

    /** A question; {@code article} is empty when none answers it. */
    record Question(String part, String kind, Intent intent, String article, String text) {
        boolean outOfScope() {
            return kind.equals("out_of_scope");
        }
    }

    /** An article as its front matter and body say. */
    record File(String id, ArticleText text) {}

    static List<Question> questions(Language language) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("questions/" + language.tag() + ".csv"))) {
            return rows.stream()
                    .map(row -> new Question(
                            row.getField("part"),
                            row.getField("kind"),
                            Intent.valueOf(row.getField("intent").toUpperCase(Locale.ROOT)),
                            row.getField("article"),
                            row.getField("text")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<File> articles(Language language) {
        try (Stream<Path> files = Files.list(FOLDER.resolve("articles/" + language.tag()))) {
            return files.sorted().map(QuestionSet::article).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File article(Path file) {
        try {
            ArticleEntry entry = MarkdownEntries.read(Files.readString(file)).getFirst();
            ArticleText text = Objects.requireNonNull(entry.text(), () -> file + " " + entry.wrong());
            return new File(entry.id(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
