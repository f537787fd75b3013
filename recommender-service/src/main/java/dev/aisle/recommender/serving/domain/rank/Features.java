package dev.aisle.recommender.serving.domain.rank;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.recommender.search.content.ContentSpace;
import dev.aisle.recommender.search.content.ContentSpace.Likeness;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.Group.Kind;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Signal;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.Interests;
import dev.aisle.recommender.serving.domain.candidates.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a learned ranker knows of a candidate, as numbers under {@link FeatureNames}; NaN where something isn't known. Of one request. */
public final class Features {
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final Set<String> SMALL_SCREENS = Set.of("mobile", "app");

    private final Question question;
    private final Interests interests;
    private final Instant now;
    private final Map<String, Instant> seen = new HashMap<>();
    private final double usualPrice;
    private final double interest;
    private final float smallScreen;

    /** The features of the candidates of a question. */
    public Features(Question question, Interests interests, Instant now) {
        this.question = question;
        this.interests = interests;
        this.now = now;
        question.audience().history().stream()
                .filter(past -> !past.at().equals(Instant.EPOCH))
                .forEach(past -> seen.putIfAbsent(past.productId(), past.at()));
        this.usualPrice = usualPrice(question);
        this.interest = interests.weights().values().stream()
                .mapToDouble(Float::doubleValue)
                .sum();
        Group device = question.group(Kind.DEVICE);
        this.smallScreen = device == null ? Float.NaN : SMALL_SCREENS.contains(device.value()) ? 1 : 0;
    }

    /** Those of candidates that the blend has scored already, one row each; likeness is to what the session is about. */
    public List<float[]> of(List<Candidate> candidates) {
        ContentSpace content = question.shop().content();
        Map<String, Float> session = question.signals().weights(Asked.SESSION);
        Map<String, Likeness> likeness = content == null || session.isEmpty()
                ? Map.of()
                : content.likeness(
                        session,
                        candidates.stream()
                                .map(candidate -> candidate.product().productId())
                                .toList());
        return candidates.stream()
                .map(candidate ->
                        of(candidate, likeness.getOrDefault(candidate.product().productId(), Likeness.UNKNOWN)))
                .toList();
    }

    private float[] of(Candidate candidate, Likeness likeness) {
        float[] row = new float[FeatureNames.ALL.size()];
        int at = 0;
        for (Source source : FeatureNames.SOURCES) {
            row[at++] = candidate.scaled(source);
        }
        CatalogueItem product = candidate.product();
        row[at++] = candidate.blend();
        row[at++] = popularity(candidate);
        row[at++] = tail(candidate);
        row[at++] = interest(product.category());
        row[at++] = priceFit(product);
        row[at++] = reduction(product);
        row[at++] = days(seen.get(product.productId()));
        row[at++] = days(product.firstAvailableAt());
        row[at++] = question.signals().all().size();
        row[at++] = likeness.text();
        row[at++] = likeness.picture();
        row[at++] = question.signals().count(Signal.Kind.PAGE);
        row[at++] = question.signals().count(Signal.Kind.CART);
        row[at] = smallScreen;
        return row;
    }

    private float popularity(Candidate candidate) {
        ModelView model = question.shop().model();
        return model == null || !candidate.known()
                ? Float.NaN
                : (float) Math.log1p(model.popular().score(candidate.item()));
    }

    private float tail(Candidate candidate) {
        ModelView model = question.shop().model();
        return model == null ? Float.NaN : model.popular().isTail(candidate.item()) ? 1 : 0;
    }

    /** The share of the person's interest that goes to the product's category. */
    private float interest(@Nullable Category category) {
        return category == null || interest == 0
                ? Float.NaN
                : (float) (interests.weights().getOrDefault(category, 0f) / interest);
    }

    /** How many times dearer than usual, as a logarithm: −ln 2 at half of the price that the person looks at. */
    private float priceFit(CatalogueItem product) {
        return product.price() == null || product.price().minorUnits() <= 0
                ? Float.NaN
                : (float) (Math.log((double) product.price().minorUnits()) - usualPrice);
    }

    private static float reduction(CatalogueItem product) {
        return product.price() == null
                        || product.listPrice() == null
                        || product.listPrice().minorUnits() <= 0
                ? Float.NaN
                : 1 - (float) product.price().minorUnits() / product.listPrice().minorUnits();
    }

    private float days(@Nullable Instant since) {
        return since == null ? Float.NaN : (float) (Duration.between(since, now).toMillis() / DAY_MILLIS);
    }

    /** Mean logarithm of the prices of what the signals point to; NaN without any. */
    private static double usualPrice(Question question) {
        return question.signals().all().stream()
                .map(Signal::productId)
                .map(question.shop().shelf()::get)
                .filter(product -> product != null
                        && product.price() != null
                        && product.price().minorUnits() > 0)
                .mapToDouble(product -> product == null || product.price() == null
                        ? Double.NaN
                        : Math.log((double) product.price().minorUnits()))
                .average()
                .orElse(Double.NaN);
    }
}
