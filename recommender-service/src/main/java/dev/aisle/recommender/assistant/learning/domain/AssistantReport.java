package dev.aisle.recommender.assistant.learning.domain;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How conversations went. Rows of fewer than k people are left out, also of all sums, so that no difference tells of them.
 *
 * @param days by day and language, the latest first
 * @param variations over the same conversations; those of too few people are one
 */
public record AssistantReport(List<Row> days, List<Row> variations) {
    /** What variations of too few people are called. */
    public static final String OTHERS = "(others)";

    public AssistantReport {
        days = List.copyOf(days);
        variations = List.copyOf(variations);
    }

    /**
     * Some conversations.
     *
     * @param day the first of the row's days (UTC); {@code null} for all
     * @param name the language or the variation
     * @param solvedShare without a person, 0 to 1
     * @param unsureShare of answers
     * @param helpfulShare of thumbs; {@code null} when too few people gave one
     * @param stars on average; {@code null} when too few people gave any
     */
    public record Row(
            @Nullable LocalDate day,
            String name,
            long conversations,
            long answers,
            double solvedShare,
            double handedOverShare,
            double unsureShare,
            @Nullable Double helpfulShare,
            @Nullable Double stars) {}

    /** Of sums a day, language and variation. */
    public static AssistantReport of(List<DayOfOutcomes> counted, KThreshold threshold) {
        Map<String, List<DayOfOutcomes>> cells = new LinkedHashMap<>();
        counted.forEach(one -> cells.computeIfAbsent(one.day() + " " + one.language(), _ -> new ArrayList<>())
                .add(one));
        List<Row> days = new ArrayList<>();
        List<DayOfOutcomes> told = new ArrayList<>();
        for (List<DayOfOutcomes> cell : cells.values()) {
            // Somebody may have spoken in two variations; the largest alone is never too many.
            long units = cell.stream().mapToLong(DayOfOutcomes::units).max().orElse(0);
            if (threshold.allows(units)) {
                told.addAll(cell);
                days.add(row(cell.getFirst().day(), cell.getFirst().language(), cell, threshold));
            }
        }
        return new AssistantReport(days, variations(told, threshold));
    }

    private static List<Row> variations(List<DayOfOutcomes> told, KThreshold threshold) {
        Map<String, List<DayOfOutcomes>> byName = grouped(told, DayOfOutcomes::variation);
        List<Map.Entry<String, List<DayOfOutcomes>>> bySize = new ArrayList<>(byName.entrySet());
        bySize.sort(Comparator.comparingLong(entry -> most(entry.getValue(), DayOfOutcomes::units)));
        List<Row> rows = new ArrayList<>();
        List<DayOfOutcomes> others = new ArrayList<>();
        for (Map.Entry<String, List<DayOfOutcomes>> entry : bySize) {
            boolean tooFew = !threshold.allows(most(entry.getValue(), DayOfOutcomes::units));
            boolean othersTooFew = !others.isEmpty() && !threshold.allows(most(others, DayOfOutcomes::units));
            if (tooFew || othersTooFew) {
                others.addAll(entry.getValue());
            } else {
                rows.add(row(null, entry.getKey(), entry.getValue(), threshold));
            }
        }
        rows.sort(Comparator.comparing(Row::name));
        if (threshold.allows(most(others, DayOfOutcomes::units))) {
            rows.add(row(null, OTHERS, others, threshold));
        }
        return rows;
    }

    private static Map<String, List<DayOfOutcomes>> grouped(
            List<DayOfOutcomes> all, Function<DayOfOutcomes, String> name) {
        Map<String, List<DayOfOutcomes>> groups = new LinkedHashMap<>();
        all.forEach(one ->
                groups.computeIfAbsent(name.apply(one), _ -> new ArrayList<>()).add(one));
        return groups;
    }

    /** People are counted once a day and variation; who comes again isn't known to be another, so the largest count is the surest. */
    private static long most(List<DayOfOutcomes> all, ToLongFunction<DayOfOutcomes> units) {
        return all.stream().mapToLong(units).max().orElse(0);
    }

    private static long sum(List<DayOfOutcomes> all, ToLongFunction<DayOfOutcomes> what) {
        return all.stream().mapToLong(what).sum();
    }

    private static Row row(@Nullable LocalDate day, String name, List<DayOfOutcomes> all, KThreshold threshold) {
        double conversations = sum(all, DayOfOutcomes::conversations);
        double answers = Math.max(1, sum(all, DayOfOutcomes::answers));
        long thumbs = sum(all, DayOfOutcomes::helpful) + sum(all, DayOfOutcomes::unhelpful);
        return new Row(
                day,
                name,
                (long) conversations,
                sum(all, DayOfOutcomes::answers),
                sum(all, DayOfOutcomes::solved) / conversations,
                sum(all, DayOfOutcomes::handedOver) / conversations,
                sum(all, DayOfOutcomes::unsure) / answers,
                threshold.allows(most(all, DayOfOutcomes::judged))
                        ? (Double) (sum(all, DayOfOutcomes::helpful) / (double) thumbs)
                        : null,
                threshold.allows(most(all, DayOfOutcomes::rated))
                        ? (Double) (sum(all, DayOfOutcomes::stars) / (double) sum(all, DayOfOutcomes::ratings))
                        : null);
    }
}
