package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.Recent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** What people dealt with in the last while: all of them, for the time before the first model, or those of a group. */
public final class RecentSource implements CandidateSource {
    private final Source source;
    private final UnaryOperator<Recent> part;
    private final ToIntFunction<String> indexOf;

    private RecentSource(Source source, UnaryOperator<Recent> part, ToIntFunction<String> indexOf) {
        this.source = source;
        this.part = part;
        this.indexOf = indexOf;
    }

    /** Of everybody. */
    public RecentSource() {
        this(Source.POPULARITY, UnaryOperator.identity(), id -> -1);
    }

    /**
     * Of a group; nothing when they are too few.
     *
     * @param indexOf the number of a product in the model; negative when it has none
     */
    public static RecentSource of(Group group, ToIntFunction<String> indexOf) {
        return new RecentSource(
                group.kind().source(), all -> all.groups().getOrDefault(group, Recent.NOTHING), indexOf);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Found find(Question question) {
        Recent recent = part.apply(question.shop().recent());
        List<Hit> hits = new ArrayList<>();
        for (String id : recent.ranking()) {
            CatalogueItem product = question.shop().shelf().get(id);
            if (product != null && question.eligible().test(product)) {
                hits.add(new Hit(product, Math.max(-1, indexOf.applyAsInt(id))));
                if (hits.size() == question.count()) {
                    break;
                }
            }
        }
        return new Lately(source, hits, recent);
    }

    private record Lately(Source source, List<Hit> hits, Recent recent) implements Found {
        @Override
        public float greatest() {
            return recent.ranking().isEmpty()
                    ? 0
                    : recent.people().getOrDefault(recent.ranking().getFirst(), 0);
        }

        @Override
        public float score(Candidate candidate) {
            return recent.people().getOrDefault(candidate.product().productId(), 0);
        }
    }
}
