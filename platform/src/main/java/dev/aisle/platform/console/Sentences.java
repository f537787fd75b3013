package dev.aisle.platform.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the API says in English, in the language of a page: reasons, findings, texts of problems. The key of a sentence is the English one, as gettext does it,
 * so that whoever writes a message needs no second place that could be forgotten at run time: what isn't known is shown as it is, marked as English.
 *
 * <p>They stand in {@code console/sentences/AREA_zh.txt} of a service, and {@code shell_zh.txt} of the platform: a line in English with {@code {0}} for each value,
 * under it the same behind {@code = }. A value that is a sentence itself is translated too, and a text may be several sentences one after the other.
 */
public final class Sentences {
    /** Longer texts are no sentences. */
    private static final int LONGEST = 2_000;

    private static final int MOST_PARTS = 16;
    private static final int DEEPEST = 3;
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");
    /** Between two sentences, or two parts of a row. */
    private static final Pattern GAP = Pattern.compile("(?<=[.?!;]) ");

    private static final String ROW = ";";
    private static final String ROW_HERE = "；";

    private static final Map<Language, Sentences> ALL = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> ALL.put(language, read(language)));
    }

    private final Map<String, String> whole = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    private Sentences() {}

    /** A sentence with values. */
    private record Phrase(String begin, String end, int letters, Pattern pattern, List<Integer> values, String text) {
        static Phrase of(String english, String text) {
            List<Integer> values = new ArrayList<>();
            StringBuilder pattern = new StringBuilder();
            Matcher found = VALUE.matcher(english);
            int from = 0;
            int letters = 0;
            String begin = null;
            while (found.find()) {
                String literal = english.substring(from, found.start());
                begin = begin == null ? literal : begin;
                letters += literal.length();
                pattern.append(Pattern.quote(literal)).append("(.+?)");
                values.add(Integer.valueOf(found.group(1)));
                from = found.end();
            }
            String end = english.substring(from);
            return new Phrase(
                    begin == null ? "" : begin,
                    end,
                    letters + end.length(),
                    Pattern.compile(pattern.append(Pattern.quote(end)).toString(), Pattern.DOTALL),
                    values,
                    text);
        }

        /** @param strictly whether no value may be more than one sentence or one part of a row */
        @Nullable
        Map<Integer, String> read(String english, boolean strictly) {
            if (!english.startsWith(begin) || !english.endsWith(end)) {
                return null;
            }
            Matcher found = pattern.matcher(english);
            if (!found.matches()) {
                return null;
            }
            Map<Integer, String> read = new HashMap<>();
            for (int n = 0; n < values.size(); n++) {
                String value = found.group(n + 1);
                if (strictly && GAP.matcher(value).find()) {
                    return null;
                }
                read.put(values.get(n), value);
            }
            return read;
        }
    }

    /** Those of a language. */
    public static Sentences in(Language language) {
        Sentences sentences = ALL.get(language);
        if (sentences == null) {
            throw new IllegalStateException("Every language was read");
        }
        return sentences;
    }

    /** A text of the API as a page in a language shows it; nothing for null. */
    public static Said said(@Nullable Object english, Language language) {
        String text = english == null ? "" : english.toString();
        // A page has words of its own among those of the API: they are in its language already.
        if (language == Language.EN || text.isBlank() || text.codePoints().anyMatch(Character::isIdeographic)) {
            return new Said(text, null, false);
        }
        return in(language)
                .translated(text)
                .map(translated -> new Said(translated, text, false))
                .orElseGet(() -> new Said(text, null, true));
    }

    /** The same in this language; empty where a part of it isn't known. */
    public Optional<String> translated(String english) {
        return english.length() > LONGEST ? Optional.empty() : Optional.ofNullable(translated(english.strip(), 0));
    }

    private @Nullable String translated(String english, int depth) {
        String known = whole.get(english);
        if (known != null) {
            return known;
        }
        if (depth > DEEPEST) {
            return null;
        }
        String one = filled(english, depth, true);
        String several = one == null ? parts(english, depth) : one;
        return several == null ? filled(english, depth, false) : several;
    }

    private @Nullable String filled(String english, int depth, boolean strictly) {
        for (Phrase phrase : phrases) {
            Map<Integer, String> values = phrase.read(english, strictly);
            if (values != null) {
                return VALUE.matcher(phrase.text())
                        .replaceAll(found -> Matcher.quoteReplacement(
                                value(values.getOrDefault(Integer.valueOf(found.group(1)), ""), depth)));
            }
        }
        return null;
    }

    private String value(String english, int depth) {
        String translated = translated(english, depth + 1);
        return translated == null ? english : translated;
    }

    /** A row goes on at the same depth: how deep it gets, its length bounds. */
    private @Nullable String rest(String english, int depth) {
        String known = whole.get(english);
        String one = known == null ? filled(english, depth, true) : known;
        return one == null ? parts(english, depth) : one;
    }

    /** The longest beginning that is a sentence, and so on. */
    private @Nullable String parts(String english, int depth) {
        List<Integer> ends = GAP.matcher(english)
                .results()
                .limit(MOST_PARTS)
                .map(found -> found.start())
                .toList();
        for (int n = ends.size() - 1; n >= 0; n--) {
            String first = english.substring(0, ends.get(n));
            boolean row = first.endsWith(ROW);
            String plain = row ? first.substring(0, first.length() - 1) : first;
            String begin = whole.containsKey(plain) ? whole.get(plain) : filled(plain, depth, true);
            String rest = begin == null ? null : rest(english.substring(ends.get(n) + 1), depth);
            if (begin != null && rest != null) {
                return begin + (row ? ROW_HERE : "") + rest;
            }
        }
        return null;
    }

    private static Sentences read(Language language) {
        Sentences sentences = new Sentences();
        Stream.concat(Stream.of("shell"), Arrays.stream(Area.values()).map(Area::id))
                .map(name -> "console/sentences/" + name + "_" + language.tag() + ".txt")
                .flatMap(Sentences::lines)
                .forEach(sentences::add);
        sentences.phrases.sort(Comparator.comparingInt(Phrase::letters).reversed());
        return sentences;
    }

    private void add(String[] pair) {
        if (VALUE.matcher(pair[0]).find()) {
            phrases.add(Phrase.of(pair[0], pair[1]));
        } else {
            whole.put(pair[0], pair[1]);
        }
    }

    /** English and the other. */
    private static Stream<String[]> lines(String file) {
        return Thread.currentThread().getContextClassLoader().resources(file).flatMap(url -> pairs(url).stream());
    }

    private static List<String[]> pairs(URL file) {
        List<String> lines;
        try (InputStream in = file.openStream()) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        List<String[]> pairs = new ArrayList<>();
        for (int n = 0; n + 1 < lines.size(); n += 2) {
            String translated = lines.get(n + 1);
            if (!translated.startsWith("= ")) {
                throw new IllegalStateException("Expected a line that begins with '= ' after: " + lines.get(n));
            }
            pairs.add(new String[] {lines.get(n), translated.substring(2)});
        }
        return pairs;
    }
}
