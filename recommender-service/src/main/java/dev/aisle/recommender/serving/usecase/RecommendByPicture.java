package dev.aisle.recommender.serving.usecase;

import dev.aisle.algorithms.pictures.BoundedPictures;
import dev.aisle.algorithms.pictures.PictureReading;
import dev.aisle.recommender.catalog.ListDomains;
import dev.aisle.recommender.search.pictures.Looking;
import dev.aisle.recommender.search.pictures.PictureSpaces;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.ItemPlan;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.Pipeline;
import dev.aisle.recommender.serving.domain.Recommendations;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Products that look like a shopper's picture, which is looked at and forgotten: neither it nor what was found is kept. */
@Singleton
public class RecommendByPicture {
    private static final int AT_ONCE = 2;
    private static final Duration MOST = Duration.ofSeconds(5);

    private final BoundedPictures pictures = new BoundedPictures(AT_ONCE);
    private final PictureSpaces spaces;
    private final ModelViews views;
    private final ShopViews shop;
    private final Pipeline pipeline;
    private final ListDomains domains;
    private final ServingSettings settings;

    RecommendByPicture(
            PictureSpaces spaces,
            ModelViews views,
            ShopViews shop,
            Pipeline pipeline,
            ListDomains domains,
            ServingSettings settings) {
        this.spaces = spaces;
        this.views = views;
        this.shop = shop;
        this.pipeline = pipeline;
        this.domains = domains;
        this.settings = settings;
    }

    /** What became of the question. */
    public sealed interface Outcome {}

    /** There is a list; it may be empty. */
    public record Listed(Recommendations list) implements Outcome {}

    /** It is no picture that can be read. */
    public record NoPicture(PictureReading.Refused refused) implements Outcome {}

    /**
     * Nothing can be like it.
     *
     * @param kind for programs
     * @param text what is missing and what to do
     */
    public record NothingToSee(String kind, String text) implements Outcome {}

    /**
     * Looks at a picture.
     *
     * @param query how long the list becomes and what may stand in it; it names no products
     */
    public Outcome list(byte[] file, @Nullable String mediaType, ItemQuery query, Deadline deadline) {
        Optional<Looking> looking = spaces.current();
        if (looking.isEmpty()) {
            return new NothingToSee(
                    "no-picture-encoder",
                    "The shop has no encoder of pictures yet; an operator trains one (./aisle train --pictures) and"
                            + " sends it to PUT /v1/picture-encoder.");
        }
        if (looking.get().space().size() == 0) {
            return new NothingToSee(
                    "no-pictures",
                    "No product has a picture yet; send them to PUT /v1/products/{id}/picture of the ingest service.");
        }
        Deadline ofReading = deadline.before(settings.reserve()).or(Deadline.in(MOST));
        return switch (pictures.read(file, mediaType, Duration.ofNanos(ofReading.remainingNanos()))) {
            case PictureReading.Refused refused -> new NoPicture(refused);
            case PictureReading.Read read -> {
                Deadline ofSources = deadline.before(settings.reserve()).or(Deadline.in(settings.budget()));
                ItemQuery inDomain =
                        query.in(domains.rule(domains.of(query.filter().domain().domain(), List.of())));
                yield new Listed(pipeline.make(ItemPlan.lookingLike(
                        inDomain, shop.of(views.current()), looking.get(), read.picture(), ofSources)));
            }
        };
    }
}
