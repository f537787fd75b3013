package dev.aisle.assistant.handover;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When people of the shop are there, by the clocks of their zone. */
public final class BusinessHours {
    private static final int LOOK_AHEAD_DAYS = 60;
    private static final String FORM = "expected hours such as \"mon-fri 09:00-18:00; sat 10:00-14:00\"";

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week;
    private final Set<LocalDate> closed;
    private final boolean always;

    private BusinessHours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> closed, boolean always) {
        this.zone = zone;
        this.week = week;
        this.closed = Set.copyOf(closed);
        this.always = always;
    }

    /** From a time to another of the same day; the last moment isn't in it. 24:00 is the end of the day. */
    private record Span(LocalTime from, LocalTime until) {
        boolean holds(LocalTime time) {
            return !time.isBefore(from) && (time.isBefore(until) || until.equals(LocalTime.MAX));
        }
    }

    /** At every hour, but not on these days. */
    public static BusinessHours always(ZoneId zone, Set<LocalDate> closed) {
        return new BusinessHours(zone, Map.of(), closed, true);
    }

    /**
     * Reads hours: {@code mon-fri 09:00-12:00, 13:00-18:00; sat 10:00-14:00}.
     *
     * @throws IllegalArgumentException when they have another form
     */
    public static BusinessHours of(String text, ZoneId zone, Set<LocalDate> closed) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split(";", -1)) {
            String[] words = part.strip().split("\\s+", 2);
            if (words.length != 2) {
                throw new IllegalArgumentException(FORM + ", is \"" + part.strip() + "\"");
            }
            List<Span> spans = new ArrayList<>();
            for (String span : words[1].split(",", -1)) {
                spans.add(span(span.strip()));
            }
            days(words[0])
                    .forEach(day ->
                            week.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(spans));
        }
        week.values().forEach(spans -> spans.sort(Comparator.comparing(Span::from)));
        return new BusinessHours(zone, week, closed, false);
    }

    private static List<DayOfWeek> days(String text) {
        String[] ends = text.split("-", -1);
        DayOfWeek first = day(ends[0]);
        DayOfWeek last = ends.length == 2 ? day(ends[1]) : first;
        if (ends.length > 2) {
            throw new IllegalArgumentException(FORM + ", is \"" + text + "\"");
        }
        List<DayOfWeek> days = new ArrayList<>(List.of(first));
        for (DayOfWeek day = first; day != last; ) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name.length() >= 3 && day.name().startsWith(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException(FORM + ", is no day: \"" + text + "\"");
    }

    private static Span span(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                LocalTime until = ends[1].strip().equals("24:00") ? LocalTime.MAX : LocalTime.parse(ends[1].strip());
                LocalTime from = LocalTime.parse(ends[0].strip());
                if (from.isBefore(until)) {
                    return new Span(from, until);
                }
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(FORM + ", is \"" + text + "\"", e);
        }
        throw new IllegalArgumentException(FORM + ", is \"" + text + "\"");
    }

    /** Whether somebody is there. */
    public boolean isOpen(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        return !closed.contains(here.toLocalDate())
                && (always || spans(here.toLocalDate()).stream().anyMatch(span -> span.holds(here.toLocalTime())));
    }

    /** When somebody is there again, in their zone; empty when nobody is in the next two months. Now when somebody is there. */
    public Optional<ZonedDateTime> nextOpening(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (isOpen(now)) {
            return Optional.of(here);
        }
        for (int ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
            LocalDate day = here.toLocalDate().plusDays(ahead);
            if (closed.contains(day)) {
                continue;
            }
            List<LocalTime> begins = always
                    ? List.of(LocalTime.MIDNIGHT)
                    : spans(day).stream().map(Span::from).toList();
            for (LocalTime begin : begins) {
                ZonedDateTime opening = day.atTime(begin).atZone(zone);
                if (opening.toInstant().isAfter(now)) {
                    return Optional.of(opening);
                }
            }
        }
        return Optional.empty();
    }

    private List<Span> spans(LocalDate day) {
        return closed.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
