package dev.aisle.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The help pages: the same files that {@code ./aisle demo} gives to the assistant. */
final class Articles {
    private final List<Article> all = new ArrayList<>();

    /**
     * A help page.
     *
     * @param topic the first of its tags
     * @param body  Markdown
     */
    record Article(String id, String locale, String title, String topic, String body) {}

    /** Reads {@code LANGUAGE/ID.md}; a folder that isn't there has no articles. */
    Articles(Path folder) {
        for (Language language : Language.values()) {
            read(folder.resolve(language.tag()), language);
        }
        all.sort(Comparator.comparing(Article::title));
    }

    private void read(Path folder, Language language) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                all.add(article(Files.readString(file), language));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the articles in " + folder, e);
        }
    }

    /** Front matter stands between two lines of three dashes. */
    static Article article(String text, Language language) {
        int end = text.indexOf("\n---", 3);
        String front = text.startsWith("---") && end > 0 ? text.substring(3, end) : "";
        String body = front.isEmpty() ? text : text.substring(text.indexOf('\n', end + 1) + 1);
        String tags = value(front, "tags").replaceAll("[\\[\\]]", "");
        return new Article(
                value(front, "id"),
                language.tag(),
                value(front, "title"),
                tags.contains(",") ? tags.substring(0, tags.indexOf(',')).strip() : tags.strip(),
                body);
    }

    private static String value(String front, String key) {
        return Arrays.stream(front.split("\n", -1))
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip().replaceAll("^\"|\"$", ""))
                .findFirst()
                .orElse("");
    }

    List<Article> in(Language language) {
        return all.stream()
                .filter(article -> article.locale().equals(language.tag()))
                .toList();
    }

    Optional<Article> find(String id, Language language) {
        return in(language).stream().filter(article -> article.id().equals(id)).findFirst();
    }
}
