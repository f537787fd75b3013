package dev.aisle.platform.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of the consoles in one language, from {@code console/words/shell_en.properties} of the platform and {@code console/words/AREA_en.properties}
 * of the service. A test of each service sees that both languages have every key; a key that is missing all the same is shown as it is.
 */
public final class Words {
    /** {@code {0|day|days}}: the first for one, the second for any other number. */
    private static final Pattern NUMBERED = Pattern.compile("\\{(\\d)\\|([^|}]*)\\|([^|}]*)}");

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final String ONE = "1";

    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> ALL.put(language, read(language)));
    }

    private final Language language;
    private final Map<String, String> texts;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words of a language. */
    public static Words in(Language language) {
        Words words = ALL.get(language);
        if (words == null) {
            throw new IllegalStateException("Every language was read");
        }
        return words;
    }

    /** Those that a template was given, English ones where none were. */
    static Words given(@Nullable Object words) {
        return words instanceof Words some ? some : in(Language.EN);
    }

    /** Which language this is. */
    public Language language() {
        return language;
    }

    /** All keys and texts. */
    public Map<String, String> texts() {
        return texts;
    }

    /** Whether there is such a key. */
    public boolean knows(String key) {
        return texts.containsKey(key);
    }

    /**
     * The text of a key; {@code {0}} stands for the first value, {@code {0|day|days}} for the word that goes with it. Numbers are written as the language
     * does.
     */
    public String say(String key, @Nullable Object... values) {
        String text = numbered(texts.getOrDefault(key, key), values);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", written(values[i]));
        }
        return text;
    }

    /**
     * What something is called here that has a name of its own, such as a job or a check of a library; the name itself where nobody gave it another.
     *
     * @param prefix of the key; behind it the name in small letters, with {@code _} for all that is neither letter nor digit
     */
    public String named(String prefix, String name) {
        return texts.getOrDefault(
                prefix + NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_"), name);
    }

    private static String numbered(String text, @Nullable Object... values) {
        return NUMBERED.matcher(text).replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            boolean one = number < values.length && ONE.equals(String.valueOf(values[number]));
            return Matcher.quoteReplacement(found.group(one ? 2 : 3));
        });
    }

    private String written(@Nullable Object value) {
        return value instanceof Number number
                ? NumberFormat.getInstance(language.locale()).format(number)
                : String.valueOf(value);
    }

    private static Words read(Language language) {
        Map<String, String> texts = new HashMap<>();
        Stream.concat(Stream.of("shell"), Arrays.stream(Area.values()).map(Area::id))
                .map(name -> "console/words/" + name + "_" + language.tag() + ".properties")
                .forEach(file -> filesOf(file).forEach(url -> read(url, texts)));
        return new Words(language, Map.copyOf(texts));
    }

    private static List<URL> filesOf(String name) {
        try {
            return Thread.currentThread()
                    .getContextClassLoader()
                    .resources(name)
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("Cannot look for " + name, e);
        }
    }

    private static void read(URL file, Map<String, String> into) {
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(reader);
            read.forEach((key, text) -> into.put(key.toString(), text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
