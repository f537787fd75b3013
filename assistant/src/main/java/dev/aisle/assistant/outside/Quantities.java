package dev.aisle.assistant.outside;

import dev.aisle.assistant.understanding.entities.ChineseNumbers;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of a text with what they count, in one form whatever the spelling: {@code 30 days}, {@code thirty days} and {@code 三十天} are the same. */
final class Quantities {
    private static final Pattern DIGITS =
            Pattern.compile("\\d+(?:[,\\u00a0\\u202f]\\d{3})*(?:\\.\\d+)?|\\d+(?:,\\d{1,2})?");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|dozen)\\b");
    private static final Pattern CHINESE =
            Pattern.compile(ChineseNumbers.CHARACTERS + "+(?=个|天|日|周|星期|月|年|小时|分钟|元|块|欧|折|件|次|人|倍|成|张|点|号)");
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100),
            Map.entry("dozen", 12));
    /** What is counted, at the beginning of what follows a number. */
    private static final Map<String, Pattern> AFTER = Map.ofEntries(
            Map.entry(
                    "day",
                    Pattern.compile("^[\\s-]*(?:个)?(?:working |business |calendar |full |工作|自然)?(?:days?\\b|天|日)")),
            Map.entry("week", Pattern.compile("^[\\s-]*(?:个)?(?:weeks?\\b|周|星期)")),
            Map.entry("month", Pattern.compile("^[\\s-]*(?:个)?(?:months?\\b|月)")),
            Map.entry("year", Pattern.compile("^[\\s-]*(?:years?\\b|年)")),
            Map.entry("hour", Pattern.compile("^[\\s-]*(?:个)?(?:hours?\\b|小时)")),
            Map.entry("minute", Pattern.compile("^[\\s-]*(?:minutes?\\b|分钟)")),
            Map.entry("percent", Pattern.compile("^\\s*(?:%|percent\\b|per cent\\b)")),
            Map.entry("euro", Pattern.compile("^\\s*(?:€|eur\\b|euros?\\b|欧)")),
            Map.entry("dollar", Pattern.compile("^\\s*(?:\\$|usd\\b|dollars?\\b|美元)")),
            Map.entry("yuan", Pattern.compile("^\\s*(?:cny\\b|rmb\\b|yuan\\b|元|块)")),
            Map.entry("kilo", Pattern.compile("^\\s*(?:kg\\b|kilos?\\b|kilograms?\\b|公斤|千克)")));

    private static final Map<String, String> BEFORE = Map.of("€", "euro", "$", "dollar", "¥", "yuan");

    private Quantities() {}

    /**
     * A number.
     *
     * @param unit what it counts; {@code null} when that isn't one of those that are known
     */
    record Quantity(String value, @Nullable String unit) {
        /** Whether the other one says this: the same number, and nothing else that it counts. */
        boolean saidBy(Quantity other) {
            return value.equals(other.value) && (unit == null || unit.equals(other.unit));
        }
    }

    /** Each once. */
    static Set<Quantity> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<Quantity> found = new HashSet<>();
        Matcher digits = DIGITS.matcher(plain);
        while (digits.find()) {
            found.add(at(plain, digits.start(), digits.end(), value(digits.group())));
        }
        Matcher english = ENGLISH.matcher(plain);
        while (english.find()) {
            Integer value = WORDS.get(english.group());
            found.add(at(plain, english.start(), english.end(), value == null ? english.group() : value.toString()));
        }
        Matcher chinese = CHINESE.matcher(plain);
        while (chinese.find()) {
            // One that is longer than any price stays what is written.
            OptionalInt value = ChineseNumbers.of(chinese.group());
            String read = value.isPresent() ? Integer.toString(value.getAsInt()) : chinese.group();
            found.add(at(plain, chinese.start(), chinese.end(), read));
        }
        return found;
    }

    /**
     * Whether a sentence has all that its source counts in the units which it uses itself. A source that counts days twice may mean either by each, so one
     * of them alone is not known to be the right one.
     */
    static boolean all(String source, String sentence) {
        Set<Quantity> said = of(sentence);
        return of(source).stream()
                .filter(quantity -> said.stream().anyMatch(one -> Objects.equals(one.unit(), quantity.unit())))
                .allMatch(said::contains);
    }

    private static Quantity at(String text, int start, int end, String value) {
        String rest = text.substring(end, Math.min(text.length(), end + 24));
        for (Map.Entry<String, Pattern> unit : AFTER.entrySet()) {
            if (unit.getValue().matcher(rest).find()) {
                return new Quantity(value, unit.getKey());
            }
        }
        String before = text.substring(0, start).stripTrailing();
        String unit = before.isEmpty() ? null : BEFORE.get(before.substring(before.length() - 1));
        return new Quantity(value, unit);
    }

    private static String value(String digits) {
        boolean decimalComma = digits.matches("\\d+,\\d{1,2}");
        String plain = decimalComma ? digits.replace(',', '.') : digits.replaceAll("[,\\u00a0\\u202f]", "");
        BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
        // A number of hundreds of digits isn't written out.
        return number.precision() > 30 ? plain : number.toPlainString();
    }
}
