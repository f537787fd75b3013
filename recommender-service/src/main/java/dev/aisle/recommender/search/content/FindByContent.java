package dev.aisle.recommender.search.content;

import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.recommender.search.pictures.Looking;
import dev.aisle.recommender.search.pictures.PictureSpaces;
import dev.aisle.text.SentenceModels;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds products by their points: those of their texts and pictures, and what attributes they have. */
@Singleton
public class FindByContent implements ContentSpace {
    private final Spaces spaces;
    private final SentenceModels models;
    private final Catalogue catalogue;
    private final PictureSpaces pictures;
    private final ModelInUse inUse;
    private final RecentQuestions questions = new RecentQuestions();

    FindByContent(Spaces spaces, SentenceModels models, Catalogue catalogue, PictureSpaces pictures, ModelInUse inUse) {
        this.spaces = spaces;
        this.models = models;
        this.catalogue = catalogue;
        this.pictures = pictures;
        this.inUse = inUse;
    }

    @Override
    public List<Near> near(Map<String, Float> weights, int count, Predicate<String> accepts) {
        return senses().near(weights, count, id -> accepts.test(id) && catalogue.get(id) != null);
    }

    @Override
    public List<Near> near(Map<String, Float> weights, int count, Collection<String> among) {
        return senses().near(weights, count, among);
    }

    @Override
    public Map<String, Likeness> likeness(Map<String, Float> weights, Collection<String> of) {
        return senses().likeness(weights, of);
    }

    private Senses senses() {
        TrainedModel model = inUse.get();
        return new Senses(
                List.copyOf(spaces.all()),
                pictures.current().map(Looking::space).orElse(null),
                model == null ? null : new Behaviour(model),
                catalogue,
                Fusion.USUAL);
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
