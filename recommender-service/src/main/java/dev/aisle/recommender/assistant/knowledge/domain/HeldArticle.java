package dev.aisle.recommender.assistant.knowledge.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An article as it is searched: the versions that are served now or may be later, the newest first.
 *
 * @param versions without change; an edited article is another one of these
 */
public record HeldArticle(ArticleKey key, List<HeldVersion> versions) {
    public HeldArticle {
        versions = List.copyOf(versions);
    }

    /** A version with its passages. */
    public record HeldVersion(ArticleText text, int number, List<HeldPassage> passages) {
        public HeldVersion {
            passages = List.copyOf(passages);
        }
    }

    /** Splits the versions that count. */
    public static HeldArticle of(ArticleKey key, List<ArticleVersion> approved, Instant now) {
        List<HeldVersion> versions = new ArrayList<>();
        for (ArticleVersion version : ServedVersions.candidates(approved, now)) {
            versions.add(new HeldVersion(version.text(), version.number(), passages(version)));
        }
        return new HeldArticle(key, versions);
    }

    private static List<HeldPassage> passages(ArticleVersion version) {
        ArticleText text = version.text();
        List<HeldPassage> passages = new ArrayList<>();
        for (SplitArticle.Part part : SplitArticle.of(text.title(), text.body())) {
            passages.add(new HeldPassage(new Passage(
                    version.key().id(),
                    version.number(),
                    passages.size(),
                    version.key().language(),
                    text.title(),
                    part.heading(),
                    part.text(),
                    text.url())));
        }
        return passages;
    }

    /** All passages of all versions. */
    public List<HeldPassage> passages() {
        return versions.stream().flatMap(version -> version.passages().stream()).toList();
    }

    /** The passages of the version that is served at a time. */
    public List<HeldPassage> passagesAt(Instant time) {
        for (HeldVersion version : versions) {
            if (version.text().validAt(time)) {
                return version.passages();
            }
        }
        return List.of();
    }

    /** Whether a passage of this article is of the version that is served at a time. */
    public boolean serves(Passage passage, Instant time) {
        for (HeldVersion version : versions) {
            if (version.text().validAt(time)) {
                return version.number() == passage.version();
            }
        }
        return false;
    }
}
