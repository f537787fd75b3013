package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.pictures.Looking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Products whose pictures look like one. The score is the cosine. */
public final class PictureSource implements CandidateSource {
    private final Looking looking;
    private final Picture picture;
    private final ToIntFunction<String> indexOf;

    /** @param indexOf the number of a product in the model; negative when it has none */
    public PictureSource(Looking looking, Picture picture, ToIntFunction<String> indexOf) {
        this.looking = looking;
        this.picture = picture;
        this.indexOf = indexOf;
    }

    @Override
    public Source source() {
        return Source.PICTURE;
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Found find(Question question) {
        Map<String, Float> likeness = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        List<Near> nearest = looking.like(
                picture,
                question.count(),
                id -> question.eligible().test(question.shop().shelf().get(id)));
        for (Near near : nearest) {
            CatalogueItem product = question.shop().shelf().get(near.productId());
            if (product != null && near.likeness() > 0) {
                likeness.put(near.productId(), near.likeness());
                hits.add(new Hit(product, Math.max(-1, indexOf.applyAsInt(near.productId()))));
            }
        }
        return new Alike(hits, likeness);
    }

    private record Alike(List<Hit> hits, Map<String, Float> likeness) implements Found {
        @Override
        public Source source() {
            return Source.PICTURE;
        }

        /** Of a cosine: the same picture, whether there is such a product or not. */
        @Override
        public float greatest() {
            return 1;
        }

        @Override
        public float score(Candidate candidate) {
            return likeness.getOrDefault(candidate.product().productId(), 0f);
        }
    }
}
