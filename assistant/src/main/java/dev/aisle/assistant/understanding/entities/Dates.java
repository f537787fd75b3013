package dev.aisle.assistant.understanding.entities;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Days, as ISO dates. Without a year it is the one that is nearest to today; {@code 3/4} is the third of April, as in Europe.
 */
final class Dates {
    private static final String NUMBER = "\\d{1,2}|" + ChineseNumbers.CHARACTERS + "{1,3}";
    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
    private static final List<String> MONTH_STARTS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String CHINESE_DAYS = "一二三四五六日天";
    private static final Map<String, Integer> NEAR = Map.ofEntries(
            Map.entry("today", 0),
            Map.entry("yesterday", -1),
            Map.entry("tomorrow", 1),
            Map.entry("今天", 0),
            Map.entry("今日", 0),
            Map.entry("昨天", -1),
            Map.entry("昨日", -1),
            Map.entry("前天", -2),
            Map.entry("明天", 1),
            Map.entry("明日", 1),
            Map.entry("后天", 2));
    /** Eight about 2100, which is no leap year. */
    private static final int YEARS_BETWEEN_LEAP_DAYS = 8;

    private static final int WEEK = 7;

    private record Form(Pattern pattern, Function<MatchResult, Optional<LocalDate>> day) {}

    private final LocalDate today;
    private final List<Form> forms;

    Dates(LocalDate today) {
        this.today = today;
        this.forms = List.of(
                form(
                        "(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)",
                        hit -> day(hit.group(1), hit.group(2), hit.group(3))),
                form(
                        "(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?(?![\\d])",
                        hit -> day(hit.group(3), hit.group(2), hit.group(1))),
                form(
                        "(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?![\\d])",
                        hit -> day(hit.group(3), hit.group(2), hit.group(1))),
                form(
                        "(?:(\\d{4})年)?(" + NUMBER + ")月(" + NUMBER + ")[日号]",
                        hit -> day(hit.group(1), hit.group(2), hit.group(3))),
                form(
                        "\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MONTHS + ")\\b\\.?(?:,? (\\d{4}))?",
                        hit -> day(hit.group(3), month(hit.group(2)), hit.group(1))),
                form(
                        "\\b(" + MONTHS + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?",
                        hit -> day(hit.group(3), month(hit.group(1)), hit.group(2))),
                form(
                        "\\b(?:today|yesterday|tomorrow)\\b|今天|今日|昨天|昨日|前天|明天|明日|后天",
                        hit -> Optional.ofNullable(NEAR.get(hit.group().toLowerCase(Locale.ROOT)))
                                .map(today::plusDays)),
                form(
                        "\\b(\\d{1,3}) (days?|weeks?) ago\\b",
                        hit -> ago(hit.group(1), hit.group(2).startsWith("week"))),
                form(
                        "(\\d{1,3}|" + ChineseNumbers.CHARACTERS + "{1,3})(天|个?星期|周)(?:之?前)",
                        hit -> ago(hit.group(1), !hit.group(2).equals("天"))),
                form(
                        "\\b(last|next|this|on) (" + DAYS + ")\\b",
                        hit -> Optional.of(weekday(
                                hit.group(1), DayOfWeek.valueOf(hit.group(2).toUpperCase(Locale.ROOT))))),
                form(
                        "(上|下|这|本)个?(?:周|星期|礼拜)([" + CHINESE_DAYS + "])",
                        hit -> Optional.of(
                                chineseWeekday(hit.group(1), hit.group(2).charAt(0)))));
    }

    private static Form form(String pattern, Function<MatchResult, Optional<LocalDate>> day) {
        return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), day);
    }

    List<Entity> in(String text) {
        List<Entity> found = new ArrayList<>();
        for (Form form : forms) {
            form.pattern().matcher(text).results().forEach(hit -> {
                boolean overlaps = found.stream().anyMatch(one -> hit.start() < one.end() && one.start() < hit.end());
                if (!overlaps) {
                    form.day()
                            .apply(hit)
                            .ifPresent(day -> found.add(
                                    new Entity(Entity.Kind.DATE, hit.group(), day.toString(), hit.start(), hit.end())));
                }
            });
        }
        return found;
    }

    private Optional<LocalDate> day(@Nullable String year, String month, String day) {
        try {
            int ofMonth = ChineseNumbers.of(day).orElse(0);
            int ofYear = ChineseNumbers.of(month).orElse(0);
            return year == null
                    ? nearest(MonthDay.of(ofYear, ofMonth))
                    : Optional.of(LocalDate.of(Integer.parseInt(year), ofYear, ofMonth));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day of that name that is nearest to today; of 29 February, the one of a leap year. */
    private Optional<LocalDate> nearest(MonthDay named) {
        return IntStream.rangeClosed(-YEARS_BETWEEN_LEAP_DAYS, YEARS_BETWEEN_LEAP_DAYS)
                .map(years -> today.getYear() + years)
                .filter(named::isValidYear)
                .mapToObj(named::atYear)
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(today, day))));
    }

    private static String month(String name) {
        return String.valueOf(MONTH_STARTS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) + 1);
    }

    private Optional<LocalDate> ago(String number, boolean weeks) {
        return ChineseNumbers.of(number).stream()
                .mapToObj(many -> today.minusDays((long) many * (weeks ? WEEK : 1)))
                .findFirst();
    }

    private LocalDate weekday(String which, DayOfWeek day) {
        return which.toLowerCase(Locale.ROOT).equals("last")
                ? today.with(TemporalAdjusters.previous(day))
                : today.with(TemporalAdjusters.nextOrSame(day));
    }

    /** In Chinese the week is meant in which the day lies, from Monday to Sunday. */
    private LocalDate chineseWeekday(String which, char name) {
        int day = Math.min(CHINESE_DAYS.indexOf(name), WEEK - 1);
        int weeks = switch (which) {
            case "上" -> -1;
            case "下" -> 1;
            default -> 0;
        };
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks)
                .plusDays(day);
    }
}
