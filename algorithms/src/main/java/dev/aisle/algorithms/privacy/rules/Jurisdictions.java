package dev.aisle.algorithms.privacy.rules;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.Purpose;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What silence means, by jurisdiction, age and purpose. */
final class Jurisdictions {
    /** Stands for every jurisdiction without a line. */
    static final String OTHERS = "*";

    private static final String EVERY_AGE = "*";

    private final Map<String, Map<AgeBand, Set<Purpose>>> optOut = new LinkedHashMap<>();

    Jurisdictions(List<CsvSections.Row> rows) {
        rows.forEach(this::add);
        for (CsvSections.Row row : rows) {
            if (optOut.getOrDefault(row.cell("jurisdiction"), Map.of()).size() != AgeBand.values().length) {
                throw row.refused("a line for another age of " + row.cell("jurisdiction") + " is missing");
            }
        }
        if (!optOut.containsKey(OTHERS)) {
            throw rows.getFirst().refused("the line for jurisdiction * is missing");
        }
    }

    private void add(CsvSections.Row row) {
        String name = row.cell("jurisdiction");
        Set<Purpose> silenceAllows = silenceAllows(row);
        if (OTHERS.equals(name) && !silenceAllows.isEmpty()) {
            throw row.refused("an unknown jurisdiction must be the strictest: opt_in everywhere");
        }
        Map<AgeBand, Set<Purpose>> byAge = optOut.computeIfAbsent(name, unseen -> new EnumMap<>(AgeBand.class));
        for (AgeBand age : ages(row)) {
            if (byAge.put(age, silenceAllows) != null) {
                throw row.refused(name + " has a second line for age " + age.wireName());
            }
        }
    }

    private static Set<AgeBand> ages(CsvSections.Row row) {
        String text = row.cell("age");
        if (EVERY_AGE.equals(text)) {
            return EnumSet.allOf(AgeBand.class);
        }
        Optional<AgeBand> age = Arrays.stream(AgeBand.values())
                .filter(band -> band.wireName().equals(text))
                .findFirst();
        return Set.of(age.orElseThrow(() -> row.refused("unknown age " + text + "; known are child, teen, adult, *")));
    }

    private static Set<Purpose> silenceAllows(CsvSections.Row row) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            if (purpose == Purpose.NECESSARY) {
                continue;
            }
            switch (row.cell(purpose.wireName())) {
                case "opt_in" -> {}
                case "opt_out" -> purposes.add(purpose);
                default -> throw row.refused(purpose.wireName() + ": expected opt_in or opt_out");
            }
        }
        return purposes;
    }

    /** The name under which a jurisdiction has its lines. */
    String canonical(String jurisdiction) {
        return optOut.containsKey(jurisdiction) ? jurisdiction : OTHERS;
    }

    /** All names with lines. */
    Set<String> names() {
        return Set.copyOf(optOut.keySet());
    }

    /** Whether silence allows. */
    boolean silenceAllows(String canonical, AgeBand age, Purpose purpose) {
        return optOut.getOrDefault(canonical, Map.of())
                .getOrDefault(age, Set.of())
                .contains(purpose);
    }
}
