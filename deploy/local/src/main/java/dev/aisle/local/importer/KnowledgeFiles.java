package dev.aisle.local.importer;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Articles of a folder: Markdown files and tables. A file whose front matter doesn't say so has its id from its name and its locale from its folder. */
final class KnowledgeFiles {
    private static final Pattern NAME =
            Pattern.compile("(.+?)(?:[._-](en|zh))?\\.(?:md|markdown)", Pattern.CASE_INSENSITIVE);
    private static final String RULE = "---";

    private KnowledgeFiles() {}

    /**
     * A file as it is sent.
     *
     * @param inserted lines at its beginning that the file itself doesn't have
     */
    record KnowledgeFile(Path path, String text, boolean table, int inserted) {
        int lines() {
            return (int) text.lines().count();
        }
    }

    /** All files under a place, by path. */
    static List<KnowledgeFile> of(Path place) {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(place)) {
            walk.filter(Files::isRegularFile)
                    .filter(KnowledgeFiles::isArticles)
                    .sorted()
                    .forEach(paths::add);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + place + ": " + e.getMessage(), e);
        }
        if (paths.isEmpty()) {
            throw new CommandFailure("There is no .md, .markdown or .csv file in " + place + ".");
        }
        return paths.stream().map(KnowledgeFiles::read).toList();
    }

    private static boolean isArticles(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".csv"))
                && !name.startsWith("readme.");
    }

    private static KnowledgeFile read(Path path) {
        try {
            String text = Files.readString(path);
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            boolean table =
                    path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
            return table ? new KnowledgeFile(path, plain, true, 0) : markdown(path, plain);
        } catch (MalformedInputException e) {
            throw new CommandFailure(path + " isn't UTF-8.", e);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static KnowledgeFile markdown(Path path, String text) {
        List<String> lines = text.lines().toList();
        boolean headed = !lines.isEmpty() && lines.getFirst().stripTrailing().equals(RULE);
        List<String> head = headed ? lines.subList(1, Math.max(1, endOfHead(lines))) : List.of();
        List<String> inserted = new ArrayList<>();
        if (head.stream().noneMatch(line -> line.startsWith("id:"))) {
            inserted.add("id: " + idOf(path));
        }
        String locale = localeOf(path);
        if (!locale.isEmpty() && head.stream().noneMatch(line -> line.startsWith("locale:"))) {
            inserted.add("locale: " + locale);
        }
        List<String> all = new ArrayList<>();
        all.add(RULE);
        all.addAll(inserted);
        if (!headed) {
            all.add(RULE);
        }
        all.addAll(headed ? lines.subList(1, lines.size()) : lines);
        return new KnowledgeFile(path, String.join("\n", all) + "\n", false, all.size() - lines.size());
    }

    private static int endOfHead(List<String> lines) {
        for (int at = 1; at < lines.size(); at++) {
            if (lines.get(at).stripTrailing().equals(RULE)) {
                return at;
            }
        }
        return lines.size();
    }

    private static String idOf(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        String id = name.matches() ? name.group(1) : path.getFileName().toString();
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    private static String localeOf(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (name.matches() && name.group(2) != null) {
            return name.group(2).toLowerCase(Locale.ROOT);
        }
        Path folder = path.toAbsolutePath().getParent();
        String parent = folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
        return parent.equals("en") || parent.equals("zh") ? parent : "";
    }
}
