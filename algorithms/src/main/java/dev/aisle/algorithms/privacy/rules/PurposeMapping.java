package dev.aisle.algorithms.privacy.rules;

import dev.aisle.algorithms.privacy.Purpose;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A purpose in the words of others.
 *
 * @param crossesContexts whether data leaves the shop's own context: what a global opt-out denies, and what minors are never subject to
 * @param tcf the purposes of IAB TCF that must all be consented to; empty when TCF knows nothing like it
 * @param gpp the fields of a GPP string any of which opts out
 * @param dpv the term of the W3C Data Privacy Vocabulary
 * @param googleConsentMode the consent types of Google consent mode
 */
public record PurposeMapping(
        boolean crossesContexts, Set<Integer> tcf, Set<String> gpp, String dpv, Set<String> googleConsentMode) {

    static Map<Purpose, PurposeMapping> all(List<CsvSections.Row> rows) {
        Map<Purpose, PurposeMapping> mappings = new EnumMap<>(Purpose.class);
        for (CsvSections.Row row : rows) {
            if (mappings.put(Words.purpose(row, row.cell("purpose")), of(row)) != null) {
                throw row.refused("the purpose is there twice");
            }
        }
        if (mappings.size() != Purpose.values().length) {
            throw rows.getLast().refused("a purpose is missing; needed are " + Words.PURPOSES);
        }
        return mappings;
    }

    private static PurposeMapping of(CsvSections.Row row) {
        return new PurposeMapping(
                Words.yes(row, row.cell("crosses_contexts")),
                words(row.cell("tcf")).stream()
                        .map(number -> number(row, number))
                        .collect(Collectors.toUnmodifiableSet()),
                words(row.cell("gpp")),
                row.cell("dpv"),
                words(row.cell("google_consent_mode")));
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int number(CsvSections.Row row, String text) {
        if (!text.matches("[1-9]|1\\d|2[0-4]")) {
            throw row.refused("tcf: expected numbers from 1 to 24, was " + text);
        }
        return Integer.parseInt(text);
    }

    /** The words of the table. */
    static final class Words {
        static final String PURPOSES =
                Arrays.stream(Purpose.values()).map(Purpose::wireName).collect(Collectors.joining(", "));

        private Words() {}

        static Purpose purpose(CsvSections.Row row, String name) {
            return Purpose.ofWireName(name)
                    .orElseThrow(() -> row.refused("unknown purpose " + name + "; known are " + PURPOSES));
        }

        static boolean yes(CsvSections.Row row, String text) {
            return switch (text) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw row.refused("expected yes or no, was " + text);
            };
        }
    }
}
