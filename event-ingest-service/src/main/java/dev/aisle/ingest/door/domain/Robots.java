package dev.aisle.ingest.door.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells robots, headless browsers and HTTP libraries by the user agent that they give themselves. Who lies isn't found here
 * but by how it behaves, in refine.
 *
 * @param words that only such user agents have
 * @param beginnings with which only such user agents begin
 * @param hints patterns that need the word before them
 * @see <a href="https://isbot.js.org">isbot, whose patterns these are</a>
 */
record Robots(List<String> words, Pattern beginnings, List<Hint> hints) {
    private static final Robots KNOWN = read("robots.txt");

    record Hint(String word, Pattern pattern) {
        boolean fits(String agent) {
            return agent.contains(word) && pattern.matcher(agent).find();
        }
    }

    /** Whether a user agent names something else than a browser; an empty one says nothing. */
    static boolean areNamedBy(String userAgent) {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        return !agent.isEmpty() && KNOWN.know(agent);
    }

    private boolean know(String agent) {
        return words.stream().anyMatch(agent::contains)
                || beginnings.matcher(agent).lookingAt()
                || hints.stream().anyMatch(hint -> hint.fits(agent));
    }

    private static Robots read(String resource) {
        try (InputStream list = Objects.requireNonNull(Robots.class.getResourceAsStream(resource))) {
            return of(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of robots can't be read", e);
        }
    }

    private static Robots of(List<String> lines) {
        List<String> words = new ArrayList<>();
        List<String> beginnings = new ArrayList<>();
        List<Hint> hints = new ArrayList<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                hints.add(new Hint(line.substring(0, tab), Pattern.compile(line.substring(tab + 1))));
            } else if (line.startsWith("^")) {
                beginnings.add(line.substring(1));
            } else if (!line.startsWith("#")) {
                words.add(line);
            }
        }
        return new Robots(List.copyOf(words), Pattern.compile(String.join("|", beginnings)), List.copyOf(hints));
    }
}
