package dev.aisle.assistant.knowledge.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which version of an article is served: of the approved ones the newest that is valid now. */
final class ServedVersions {
    private ServedVersions() {}

    /** Those that are served now or may be later when nobody does anything, the newest first. */
    public static List<ArticleVersion> candidates(List<ArticleVersion> versions, Instant now) {
        List<ArticleVersion> candidates = new ArrayList<>();
        for (ArticleVersion version : newestFirst(versions)) {
            Instant to = version.text().validTo();
            if (to == null || now.isBefore(to)) {
                candidates.add(version);
            }
            if (to == null && version.text().validAt(now)) {
                break;
            }
        }
        return candidates;
    }

    /** The one that is served at a time. */
    public static Optional<ArticleVersion> at(List<ArticleVersion> versions, Instant time) {
        return newestFirst(versions).stream()
                .filter(version -> version.text().validAt(time))
                .findFirst();
    }

    private static List<ArticleVersion> newestFirst(List<ArticleVersion> versions) {
        return versions.stream()
                .filter(version -> version.state() == ArticleState.APPROVED)
                .sorted(Comparator.comparingInt(ArticleVersion::number).reversed())
                .toList();
    }
}
