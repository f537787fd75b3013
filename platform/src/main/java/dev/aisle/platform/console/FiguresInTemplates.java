package dev.aisle.platform.console;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and times as the page's language writes them: {@code {f:number(n)}}, {@code {f:time(instant)}}. Times are UTC; nothing is a dash. */
@TemplateExtension(namespace = "f")
public final class FiguresInTemplates {
    private static final String NOTHING = "–";
    /** One unit alone: years, months, days or hours. */
    private static final Pattern SPAN = Pattern.compile("PT?(\\d{1,6})([YMDH])");

    private static final String WORDS = WordsInTemplates.ATTRIBUTE;

    private FiguresInTemplates() {}

    /** With up to three decimals. */
    public static String number(@Nullable Object value, @TemplateAttribute(WORDS) @Nullable Object words) {
        return value instanceof Number number ? figures(words).format(number) : NOTHING;
    }

    /** With exactly so many decimals, for figures that stand beside or below each other. */
    public static String decimals(
            @Nullable Object value, int places, @TemplateAttribute(WORDS) @Nullable Object words) {
        if (!(value instanceof Number number)) {
            return NOTHING;
        }
        NumberFormat format = figures(words);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(number);
    }

    /** 0.123 as 12.3%. */
    public static String percent(@Nullable Object share, @TemplateAttribute(WORDS) @Nullable Object words) {
        if (!(share instanceof Number number)) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getPercentInstance(language(words).locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** Minor units of a currency. */
    public static String money(
            @Nullable Object minor, String currency, @TemplateAttribute(WORDS) @Nullable Object words) {
        if (!(minor instanceof Number number)) {
            return NOTHING;
        }
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(language(words).locale());
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(number.longValue(), unit.getDefaultFractionDigits()));
    }

    /** Date and time of day. */
    public static String time(@Nullable Object instant, @TemplateAttribute(WORDS) @Nullable Object words) {
        return instant instanceof Instant at
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(language(words).locale())
                                .withZone(ZoneOffset.UTC)
                                .format(at)
                        + " UTC"
                : NOTHING;
    }

    /** The date alone: of an instant, or a day. */
    public static String day(@Nullable Object when, @TemplateAttribute(WORDS) @Nullable Object words) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language(words).locale())
                .withZone(ZoneOffset.UTC);
        return when instanceof Instant || when instanceof LocalDate ? format.format((TemporalAccessor) when) : NOTHING;
    }

    /** A span of ISO 8601 in words: {@code P13M} as 13 months. What is none stays as it is. */
    public static String span(@Nullable Object span, @TemplateAttribute(WORDS) @Nullable Object words) {
        String text = span == null ? NOTHING : span.toString();
        Matcher found = SPAN.matcher(text);
        if (!found.matches()) {
            return text;
        }
        long number = Long.parseLong(found.group(1));
        boolean wholeDays = found.group(2).equals("H") && number % 24 == 0;
        String unit = wholeDays ? "D" : found.group(2);
        return Words.given(words).say("span_" + unit.toLowerCase(Locale.ROOT), wholeDays ? number / 24 : number);
    }

    private static NumberFormat figures(@Nullable Object words) {
        return NumberFormat.getInstance(language(words).locale());
    }

    private static Language language(@Nullable Object words) {
        return Words.given(words).language();
    }
}
