package dev.aisle.recommender.content.usecase;

import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.content.domain.ContentSpace;
import dev.aisle.recommender.content.domain.Space;
import dev.aisle.recommender.content.domain.Space.Sum;
import dev.aisle.recommender.content.domain.TextModel;
import dev.aisle.recommender.content.store.SentenceModels;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds products by their points. */
@Singleton
public class FindByContent implements ContentSpace {
    private static final float ANY = -1;

    private final Spaces spaces;
    private final SentenceModels models;
    private final Catalogue catalogue;
    private final RecentQuestions questions = new RecentQuestions();

    FindByContent(Spaces spaces, SentenceModels models, Catalogue catalogue) {
        this.spaces = spaces;
        this.models = models;
        this.catalogue = catalogue;
    }

    @Override
    public List<Near> near(Map<String, Float> weights, int count, Predicate<String> accepts) {
        return near(
                weights,
                (space, point) -> space.nearest(
                        point,
                        count,
                        ANY,
                        id -> !weights.containsKey(id) && accepts.test(id) && catalogue.get(id) != null));
    }

    @Override
    public List<Near> near(Map<String, Float> weights, int count, Collection<String> among) {
        return near(weights, (space, point) -> space.nearest(point, count, among)).stream()
                .filter(near -> !weights.containsKey(near.productId()))
                .toList();
    }

    /** Asks the space that knows most of the products: cosines of two models can't be compared. */
    private List<Near> near(Map<String, Float> weights, BiFunction<Space, float[], List<Near>> asking) {
        TextModel model = null;
        Sum sum = new Sum(new float[0], 0);
        for (TextModel candidate : TextModel.values()) {
            Sum found = spaces.of(candidate).sum(weights);
            if (found.weight() > sum.weight()) {
                model = candidate;
                sum = found;
            }
        }
        if (model == null) {
            return List.of();
        }
        return asking.apply(spaces.of(model), sum.point());
    }

    /** The model is chosen by the text's characters; both spaces hold what the shop has worded in both languages. */
    @Override
    public List<Near> matching(String text, Locale locale, int count) {
        return matching(text, count, id -> catalogue.get(id) != null);
    }

    /** The same among the products that are accepted. */
    public List<Near> matching(String text, int count, Predicate<String> accepts) {
        TextModel model = TextModel.of(text);
        if (spaces.of(model).size() == 0) {
            return List.of();
        }
        float[] point = questions.get(text);
        if (point == null) {
            point = models.embed(model, text).orElse(null);
            remember(text, point);
        }
        return point == null ? List.of() : spaces.of(model).nearest(point, count, model.floor(), accepts);
    }

    private void remember(String text, float @Nullable [] point) {
        if (point != null) {
            questions.put(text, point);
        }
    }

    /** Whether a text can be understood, as far as is known. */
    public boolean understands(String text) {
        return models.usable(TextModel.of(text));
    }
}
