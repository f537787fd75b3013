package dev.aisle.local.bench.assistant;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The demo's articles many times over, each time of another branch of the shop, and the project's questions. */
final class MadeArticles {
    private static final int COLUMNS_BEFORE_TEXT = 5;

    private final Path knowledge;

    MadeArticles(Path project) {
        this.knowledge = project.resolve("deploy/knowledge");
    }

    /** So many articles with front matter; the first ones are the demo's own. */
    List<String> articles(int number) {
        List<String> demo = demo();
        List<String> made = new ArrayList<>();
        for (int i = 0; made.size() < number; i++) {
            int branch = i / demo.size();
            String article = demo.get(i % demo.size());
            made.add(
                    branch == 0
                            ? article
                            : article.replaceFirst("(?m)^id: (.*)$", "id: $1-" + branch)
                                    .replaceFirst("(?m)^title: \"?(.*?)\"?$", "title: \"$1, branch " + branch + "\""));
        }
        return made;
    }

    /** The articles of the demo. */
    List<String> demo() {
        try (Stream<Path> files = Files.walk(knowledge.resolve("articles"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(MadeArticles::text)
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure("Cannot read the demo's articles: " + e.getMessage(), e);
        }
    }

    /** Questions of both languages. */
    List<String> questions() {
        List<String> questions = new ArrayList<>();
        for (String language : List.of("en", "zh")) {
            text(knowledge.resolve("questions/" + language + ".csv"))
                    .lines()
                    .skip(1)
                    .map(MadeArticles::question)
                    .forEach(questions::add);
        }
        return questions;
    }

    /** The last column, which may stand in quotes. */
    private static String question(String line) {
        int at = 0;
        for (int column = 0; column < COLUMNS_BEFORE_TEXT; column++) {
            at = line.indexOf(',', at) + 1;
        }
        String text = line.substring(at);
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
