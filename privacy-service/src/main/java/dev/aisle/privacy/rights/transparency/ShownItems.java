package dev.aisle.privacy.rights.transparency;

import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.export.SubjectExport.Section;
import dev.aisle.privacy.rights.transparency.Transparency.Shown;
import dev.aisle.privacy.shared.datamap.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was shown to a person lately and why, out of what the services have kept of it. */
final class ShownItems {
    private static final int MOST = 50;

    private ShownItems() {}

    static List<Shown> of(List<SubjectExport> answers, Words words) {
        return answers.stream()
                .flatMap(export -> export.sections().stream())
                .flatMap(section -> shown(section, words))
                .sorted(Comparator.comparing(Shown::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static Stream<Shown> shown(Section section, Words words) {
        return switch (section.name()) {
            case "exposures" -> section.records().stream().map(record -> product(record, words));
            case "decisions" -> section.records().stream().map(record -> offer(record, words));
            default -> Stream.empty();
        };
    }

    private static Shown product(Map<String, Object> record, Words words) {
        boolean personal = Boolean.TRUE.equals(record.get("personalized"));
        String otherwise = personal ? "shown.personal" : "shown.popular";
        return new Shown(
                text(record, "exposed_at"),
                text(record, "placement"),
                text(record, "product_id"),
                personal,
                words.of("shown." + text(record, "source"), otherwise));
    }

    private static Shown offer(Map<String, Object> record, Words words) {
        boolean holdout = Boolean.TRUE.equals(record.get("holdout"));
        boolean campaign = !text(record, "campaign_id").isEmpty();
        return new Shown(
                text(record, "decided_at"),
                text(record, "placement"),
                text(record, "campaign_id"),
                campaign,
                words.of(holdout ? "shown.holdout" : campaign ? "shown.campaign" : "shown.popular"));
    }

    private static String text(Map<String, Object> record, String field) {
        Object value = record.get(field);
        return value == null ? "" : value.toString();
    }
}
