package dev.aisle.recommender.search.content;

import dev.aisle.text.SentenceModels;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextModel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Texts as points of the real English model, without a database. */
public final class EmbeddedTexts implements ContentSpace {
    private static final float ANY = -1;

    private final Space space = new Space(TextModel.ENGLISH.dimension());

    /** Embeds texts by the ids of their products. */
    public static EmbeddedTexts of(Map<String, String> texts) {
        EmbeddedTexts embedded = new EmbeddedTexts();
        SentenceModels models = new SentenceModels(true);
        texts.forEach((id, text) -> embedded.space.put(
                id, StoredVector.of(0, models.embed(TextModel.ENGLISH, text).orElseThrow())));
        return embedded;
    }

    @Override
    public List<Near> near(Map<String, Float> weights, int count, Predicate<String> accepts) {
        return space.nearest(
                space.sum(weights).point(), count, ANY, id -> !weights.containsKey(id) && accepts.test(id));
    }

    @Override
    public List<Near> near(Map<String, Float> weights, int count, Collection<String> among) {
        return space.nearest(space.sum(weights).point(), count, among);
    }

    @Override
    public Map<String, Likeness> likeness(Map<String, Float> weights, Collection<String> of) {
        return near(weights, of.size(), of).stream()
                .collect(Collectors.toMap(Near::productId, near -> new Likeness(near.likeness(), Float.NaN)));
    }

    @Override
    public List<Near> matching(String text, Locale locale, int count) {
        throw new UnsupportedOperationException("Nobody searches here");
    }
}
