package dev.aisle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentences that a module can say, as examples: the texts that are given to some calls in its source, with something written for each value. So a test sees
 * that a new message has its translation without anybody having to provoke it.
 */
public final class SourceTexts {
    private static final String VALUE = "x7";
    private static final Pattern PART = Pattern.compile("^" + VALUE + " Or |[a-z]" + VALUE);
    private static final Pattern WORDS = Pattern.compile("[A-Za-z'].* .*[a-z].*", Pattern.DOTALL);

    private final String source;
    private int at;

    private SourceTexts(String source, int at) {
        this.source = source;
        this.at = at;
    }

    /**
     * The examples.
     *
     * @param folder with the source, such as {@code src/main/java/dev/aisle/campaign/campaigns}
     * @param calls regular expressions that end behind the opening bracket: {@code \.wrong\(}
     */
    public static Set<String> given(Path folder, String... calls) {
        Set<String> texts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String source = read(file);
                for (String call : calls) {
                    Matcher found = Pattern.compile(call).matcher(source);
                    while (found.find()) {
                        new SourceTexts(source, found.end()).arguments().forEach(one -> text(one, texts));
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
        return texts;
    }

    private static void text(String argument, Set<String> texts) {
        // Of two possible texts each would be an example; none of them is guessed.
        if (argument.contains("\"\"\"")
                || argument.replaceAll("\"(?:\\\\.|[^\"\\\\])*\"", "").contains("?")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        boolean says = false;
        for (String part : split(argument, '+')) {
            String one = part.strip();
            boolean literal = one.length() > 1 && one.startsWith("\"") && one.endsWith("\"");
            says |= literal;
            text.append(literal ? one.substring(1, one.length() - 1).translateEscapes() : VALUE);
        }
        // A value that begins a text or goes on in a word is a part of a sentence, of which no example is one.
        if (says && WORDS.matcher(text).matches() && !PART.matcher(text).find()) {
            texts.add(text.toString());
        }
    }

    private List<String> arguments() {
        int depth = 0;
        int from = at;
        boolean quoted = false;
        for (; at < source.length(); at++) {
            char c = source.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(c) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(c) >= 0 && --depth < 0) {
                return split(source.substring(from, at), ',');
            }
        }
        return List.of();
    }

    /** At a sign that stands in no bracket and no quotes. */
    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            if (quoted && c == '\\') {
                n++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(c) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(c) >= 0) {
                depth--;
            } else if (!quoted && depth == 0 && c == sign) {
                parts.add(text.substring(from, n));
                from = n + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
