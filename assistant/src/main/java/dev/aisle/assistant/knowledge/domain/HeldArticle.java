package dev.aisle.assistant.knowledge.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An article as it is searched: the versions that are served now or may be later, the newest first.
 *
 * @param versions without change; an edited article is another one of these
 */
public record HeldArticle(ArticleKey key, List<HeldVersion> versions) {
    public HeldArticle {
        versions = List.copyOf(versions);
    }

    /** A version with its passages, and how people ask for it. */
    public record HeldVersion(ArticleText text, int number, HeldPoints asks, List<HeldPassage> passages) {
        public HeldVersion {
            passages = List.copyOf(passages);
        }
    }

    /** Splits the versions that count. */
    public static HeldArticle of(ArticleKey key, List<ArticleVersion> approved, Instant now) {
        List<HeldVersion> versions = new ArrayList<>();
        for (ArticleVersion version : ServedVersions.candidates(approved, now)) {
            HeldPoints asks = new HeldPoints(key.language(), version.text().asks());
            versions.add(new HeldVersion(version.text(), version.number(), asks, passages(version, asks)));
        }
        return new HeldArticle(key, versions);
    }

    private static List<HeldPassage> passages(ArticleVersion version, HeldPoints asks) {
        ArticleText text = version.text();
        List<HeldPassage> passages = new ArrayList<>();
        for (SplitArticle.Part part : SplitArticle.of(text.title(), text.body())) {
            Passage passage = new Passage(
                    version.key().id(),
                    version.number(),
                    passages.size(),
                    version.key().language(),
                    text.title(),
                    part.heading(),
                    part.text(),
                    text.url());
            passages.add(new HeldPassage(passage, asks));
        }
        return passages;
    }

    /** All passages of all versions. */
    public List<HeldPassage> passages() {
        return versions.stream().flatMap(version -> version.passages().stream()).toList();
    }

    /** Everything that a model reads: the passages first. */
    public List<HeldPoints> points() {
        return Stream.concat(
                        passages().stream().map(HeldPassage::text),
                        versions.stream()
                                .map(HeldVersion::asks)
                                .filter(asks -> !asks.reads().isEmpty()))
                .toList();
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
