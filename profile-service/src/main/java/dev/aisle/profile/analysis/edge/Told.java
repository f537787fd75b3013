package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.console.Words;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import java.text.NumberFormat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Figures of charts as a page says them: the number, or why it isn't told. */
final class Told {
    private static final int LEVELS = 5;

    private final Words words;

    Told(Words words) {
        this.words = words;
    }

    /**
     * A cell of a table.
     *
     * @param value null when it isn't told
     * @param heat of a share: from {@code heat-1}, little, to {@code heat-5}; empty for none
     */
    record Cell(@Nullable Double value, String text, String heat) {}

    Cell number(Figure figure) {
        return new Cell(figure.value(), text(figure, plain()), "");
    }

    Cell share(Figure figure) {
        NumberFormat percent = NumberFormat.getPercentInstance(words.language().locale());
        percent.setMaximumFractionDigits(1);
        Double value = figure.value();
        return new Cell(value, text(figure, percent), value == null || value <= 0 ? "" : heat(value));
    }

    /** A time in seconds as {@code 3 h 20 min}. */
    String time(Figure seconds) {
        Double value = seconds.value();
        if (value == null) {
            return withheld(seconds.withheld());
        }
        Duration time = Duration.ofSeconds(Math.round(value));
        if (time.toDays() > 1) {
            return words.say("people_time_days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return words.say("people_time_hours", time.toHours(), time.toMinutesPart());
        }
        return words.say("people_time_minutes", time.toMinutes(), time.toSecondsPart());
    }

    private static String heat(double share) {
        return "heat-" + Math.clamp((int) Math.ceil(share * LEVELS), 1, LEVELS);
    }

    private String text(Figure figure, NumberFormat format) {
        Double value = figure.value();
        return value == null ? withheld(figure.withheld()) : format.format(value);
    }

    private String withheld(@Nullable Withheld reason) {
        return switch (reason) {
            case FEWER_THAN_K -> words.say("people_fewer");
            case ONLY_IN_TOTAL -> words.say("people_only_in_total");
            case NOT_OVER_YET -> words.say("people_not_over");
            case NOTHING_TO_DIVIDE -> "–";
            case null -> "–";
        };
    }

    private NumberFormat plain() {
        NumberFormat format = NumberFormat.getInstance(words.language().locale());
        format.setMaximumFractionDigits(1);
        return format;
    }
}
